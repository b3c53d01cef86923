/**
 * What was written and not saved is not left without a question. The page that has something unsaved sets a guard while it
 * is shown; whatever would leave the page, or change whose page it is, asks it first.
 */
type Guard = (leave: () => void) => void

let guard: Guard | null = null

/** Answers with what takes it away again. */
export function setGuard(next: Guard): () => void {
  guard = next
  return () => {
    if (guard === next) guard = null
  }
}

/** Leaves at once where nothing is unsaved; else the guard decides whether and when. */
export function guarded(leave: () => void): void {
  if (guard) guard(leave)
  else leave()
}
