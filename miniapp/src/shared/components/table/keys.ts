/** Only a browser has arrow keys. */
export function useRowKeys(_id: string): void {}
