/** The browser: brings what has this id to the top of the window, and the keyboard to the first thing in it. */
export function scrollToId(id: string): void {
  // Pages that one came from stay in the document before the one in front, with the same ids.
  const element = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)].slice(-1)[0]
  element?.scrollIntoView({ block: 'start' })
  element?.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true })
}
