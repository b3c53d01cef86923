import { adjustmentDays } from '../../../../functions/points/contract'
import { dayMs } from '../../../../functions/shared/day'
import type { State } from '../state'
import { goodPoints, intoLot, personOf, post, seen, takeOldest, writeOff, yearOf } from './account'
import type { Context, Of } from './context'

/** Adjustments that may wait in a city. */
const mostOpen = 100

export const proposing = (
  state: State,
  { id, person, points, text, by }: Of<'propose'>,
  { at }: Context,
): string => {
  if (state.adjustments[id]) return 'ok'
  const account = seen(state, person)
  if (account.entries.length === 0) return 'unknown-order'
  if (account.isClosed) return 'account-closed'
  const open = Object.values(state.adjustments).filter(
    (one) => one.state === 'proposed' && Date.parse(one.proposedAt) + adjustmentDays * dayMs > at,
  )
  if (open.length >= mostOpen) return 'open-limit-reached'
  const proposed = { state: 'proposed', proposedBy: by, proposedAt: new Date(at).toISOString() } as const
  state.adjustments[id] = { person, points, text, ...proposed, decidedBy: null }
  return 'ok'
}

export const deciding = (
  state: State,
  { adjustment: id, approve, by }: Of<'decide'>,
  { at }: Context,
): string => {
  const adjustment = state.adjustments[id]
  if (!adjustment) return 'unknown-adjustment'
  const wanted = approve ? 'approved' : 'rejected'
  if (adjustment.state === wanted && adjustment.decidedBy === by) return 'ok'
  if (adjustment.state !== 'proposed') return 'adjustment-decided'
  if (adjustment.proposedBy === by) return 'own-adjustment'
  if (Date.parse(adjustment.proposedAt) + adjustmentDays * dayMs <= at) return 'adjustment-expired'
  const { person, points, text } = adjustment
  if (approve) {
    const account = personOf(state, person)
    if (account.isClosed) return 'account-closed'
    if (goodPoints(account, at) + points < 0) return 'points-short'
    writeOff(account, at)
    if (points > 0) intoLot(account, yearOf(at), points)
    else takeOldest(account, -points)
    post(account, 'adjust', points, at, { type: 'adjustment', adjustment: id, text })
  }
  adjustment.state = wanted
  adjustment.decidedBy = by
  return 'ok'
}
