/** A tab behind others, a minimised window and a locked phone are seen by nobody. */
export const isSeen = (): boolean => !document.hidden
