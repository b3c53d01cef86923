/** WeChat's reader goes on by itself; only the browser needs more. */
export function takeFocus(_id: string): void {}
