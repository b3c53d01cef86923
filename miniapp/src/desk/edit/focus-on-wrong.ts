/** The keyboard goes on at the first field of the form with something wrong, or else at its first. In a browser alone. */
export function focusOnWrong(form: HTMLElement | null): void {
  const [wrong] = form?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? []
  const field = wrong ?? form?.querySelector<HTMLElement>('input, textarea')
  // Above the keyboard of a phone, and below the bar of the desk.
  field?.scrollIntoView?.({ block: 'center' })
  field?.focus({ preventScroll: true })
}
