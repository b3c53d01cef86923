/** The account of a person in the model: lots, entries, orders that count. */
import type { Entry, Reason } from '../../../../functions/points/contract'
import { dayOf } from '../../../../functions/shared/day'
import type { Order, Person, State } from '../state'

const nobody = (): Person => ({ lots: {}, entries: [], isClosed: false })
export const personOf = (state: State, id: string): Person => {
  state.persons[id] ??= nobody()
  return state.persons[id]
}
/** As `personOf`, where nothing may come of looking. */
export const seen = (state: State, id: string): Person => state.persons[id] ?? nobody()

export const post = (
  person: Person,
  kind: Entry['kind'],
  points: number,
  at: number,
  reason: Reason,
): void => {
  person.entries.push({ kind, points, at: new Date(at).toISOString(), reason })
}
export const intoLot = (person: Person, year: number | string, points: number): void => {
  const after = (person.lots[year] ?? 0) + points
  if (after === 0) delete person.lots[year]
  else person.lots[year] = after
}
export const yearOf = (at: number): number => Number(dayOf(at).slice(0, 4))
/** A lot is good to the end of the year after its own. */
export const isLapsed = (year: string | number, at: number): boolean => yearOf(at) > Number(year) + 1
export const goodPoints = (person: Person, at: number): number =>
  Object.entries(person.lots).reduce((sum, [year, points]) => sum + (isLapsed(year, at) ? 0 : points), 0)

export const writeOff = (person: Person, at: number): void => {
  for (const year of Object.keys(person.lots).sort()) {
    const points = person.lots[year] ?? 0
    if (!isLapsed(year, at)) continue
    delete person.lots[year]
    post(person, 'expire', -points, at, { type: 'lapsed', year: Number(year) })
  }
}

export const takeOldest = (person: Person, points: number): Record<string, number> => {
  const taken: Record<string, number> = {}
  let missing = points
  for (const year of Object.keys(person.lots).sort()) {
    const part = Math.min(missing, person.lots[year] ?? 0)
    if (part === 0) continue
    taken[year] = part
    intoLot(person, year, -part)
    missing -= part
  }
  return taken
}

/** Reserved or handed over. */
export const liveOrders = (state: State, person: string, giftId?: string): Order[] =>
  Object.values(state.orders).filter(
    (order) =>
      order.person === person &&
      (giftId === undefined || order.gift === giftId) &&
      (order.state === 'reserved' || order.state === 'picked-up'),
  )
