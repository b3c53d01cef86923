/**
 * The browser: brings what has this id to the top of the window, and the keyboard to the first thing in it.
 * @param block `end`: to the bottom, so that what stands before it is seen too
 */
export function scrollToId(id: string, block: 'start' | 'end' = 'start'): void {
  // Pages that one came from stay in the document before the one in front, with the same ids.
  const element = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)].slice(-1)[0]
  element?.scrollIntoView({ block })
  element?.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true })
}
