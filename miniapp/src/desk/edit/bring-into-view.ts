/** What was opened is brought to the top of the window, and the keyboard goes on there. In a browser alone. */
export function bringIntoView(opened: HTMLElement | null): void {
  opened?.scrollIntoView?.({ block: 'start' })
  opened?.focus({ preventScroll: true })
}
