/** WeChat keeps a page that one leaves the program from. */
export const watchClosing = (): (() => void) => () => {}
