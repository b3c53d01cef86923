/** Only a browser has these keys. */
export function useStepKeys(_id: string, _next: (() => void) | null, _before: (() => void) | null): void {}
