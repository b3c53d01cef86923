/** A phone has no such key. */
export function watchEscape(_onEscape: () => boolean): void {}
