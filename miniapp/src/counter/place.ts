/** At which counter one works now, and what it is called. Pure. */

/** The one chosen last while it is still one of them; the only one; else null: ask. */
export function chosenOutlet(outlets: readonly string[], stored: string | null): string | null {
  if (stored !== null && outlets.includes(stored)) return stored
  return outlets.length === 1 ? (outlets[0] ?? null) : null
}

/** For a place whose name this phone does not know: `网点 32080290`. */
export function numberName(id: string): string {
  const [, number = id] = /^\d{6}-(.+)$/.exec(id) ?? []
  return `网点 ${number}`
}
