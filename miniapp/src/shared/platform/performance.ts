/** Stands in for the browser's clock of that name in WeChat (miniapp/config provides it to libraries). Milliseconds. */
export const performance = { now: () => Date.now() }
