/**
 * Tabs of one browser share one store, and so one session: what one tab does to it, the others show at once. Where
 * another person has logged in, the page begins anew, for what stands on it was shown to somebody else.
 */
import { session } from './session'

export function followSession(reload: () => void = () => window.location.reload()): void {
  function look(): void {
    const before = session.get().me?.id
    session.follow()
    const after = session.get().me?.id
    if (before && after && before !== after) reload()
  }
  // Told of every change that another tab makes to the store; a page that comes back from the back-forward cache heard nothing.
  window.addEventListener('storage', look)
  window.addEventListener('pageshow', look)
}
