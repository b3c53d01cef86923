/** WeChat moves its reader's focus by itself. */
export function useFocus(_id: string, _occasion: string): void {}
