/**
 * What was written and not saved is not left without a question. The page that has something unsaved sets a guard while it
 * is shown; whatever would leave the page, or change whose page it is, asks it first.
 */
type Guard = (leave: () => void) => void

/** Of the page, and of what lies over it: the last set is asked first. */
const guards: Guard[] = []

/** Answers with what takes it away again. */
export function setGuard(guard: Guard): () => void {
  guards.push(guard)
  return () => {
    const at = guards.indexOf(guard)
    if (at >= 0) guards.splice(at, 1)
  }
}

/** Leaves at once where nothing is unsaved; else the guard decides whether and when. */
export function guarded(leave: () => void): void {
  const guard = guards[guards.length - 1]
  if (guard) guard(leave)
  else leave()
}
