/** WeChat has no keyboard; its screen reader uses the page itself. */
export function useDetailFocus(_detail: string, _picked: string | null): void {}
