/**
 * Tabs of one browser share one store, and so one session: what one tab does to it, the others show at once. Where
 * another person has logged in, the page begins anew, for what stands on it was shown to somebody else. What was shown to
 * nobody stays, with what is typed there; a press on it is refused (`use-action.ts`).
 */
import { session } from './session'

export function followSession(reload: () => void = () => window.location.reload()): void {
  let turn = session.turns()
  let shownTo = session.get().me?.id
  function look(): void {
    // A login of this tab's own has drawn its pages anew.
    if (session.turns() !== turn) {
      turn = session.turns()
      shownTo = session.get().me?.id
    }
    session.follow()
    const now = session.get().me?.id
    const isOther = shownTo !== undefined && now !== undefined && now !== shownTo
    shownTo ??= now
    if (isOther) reload()
  }
  // Follows every change that another tab makes to the store; a page from the back-forward cache has missed them.
  window.addEventListener('storage', look)
  window.addEventListener('pageshow', look)
}
