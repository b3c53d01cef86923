/** WeChat's reader is told by the page itself. */
export function useDetailFocus(_detail: string, _picked: string | null): void {}
