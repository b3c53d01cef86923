/** The keyboard goes on at the element of this id. */
export function takeFocus(id: string): void {
  document.getElementById(id)?.focus()
}
