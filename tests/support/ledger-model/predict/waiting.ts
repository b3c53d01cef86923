/** Pieces of gifts, and those who wait for one. */
import { dayMs } from '../../../../functions/shared/day'
import type { State } from '../state'
import { liveOrders, personOf, seen } from './account'
import type { Context, Of } from './context'

const offerMs = 2 * dayMs

/** A piece nobody has: for the first who waits without an offer, or for everybody. */
export const freePiece = (state: State, giftId: string, at: number): void => {
  const first = (state.waiting[giftId] ?? []).find(({ until }) => until === null)
  const gift = state.gifts[giftId]
  if (first) first.until = at + offerMs
  else if (gift) gift.left++
}

export const remove = <T>(list: T[], one: T): void => {
  list.splice(list.indexOf(one), 1)
}
/** Of a person's places the last is the one that counts; an older one is an offer that lapsed and was not swept yet. */
export const isNewest = (
  places: readonly State['waiting'][string][number][],
  place: (typeof places)[number],
) => !places.some(({ person, asked }) => person === place.person && asked > place.asked)
const newestOf = (places: State['waiting'][string], person: string) =>
  places.find((place) => place.person === person && isNewest(places, place))

export const asking = (state: State, { person, gift: giftId }: Of<'wait'>, { at }: Context): string => {
  const places = state.waiting[giftId] ?? []
  const gift = state.gifts[giftId]
  if (!gift) return 'unknown-gift'
  if (seen(state, person).isClosed) return 'account-closed'
  if (gift.perPerson !== null && liveOrders(state, person, giftId).length >= gift.perPerson)
    return 'person-limit-reached'
  const own = newestOf(places, person)
  const isOver = own !== undefined && own.until !== null && own.until <= at
  if (own && !isOver) return 'ok'
  if (!own && gift.left > 0) return 'not-sold-out'
  personOf(state, person)
  if (own) {
    remove(places, own)
    freePiece(state, giftId, at)
  }
  places.push({ person, asked: at, until: null })
  places.sort((a, b) => a.asked - b.asked || (a.person < b.person ? -1 : 1))
  if (gift.left > 0) {
    gift.left--
    freePiece(state, giftId, at)
  }
  return 'ok'
}

export const leaving = (
  state: State,
  { person, gift: giftId }: Of<'stop-waiting'>,
  { at }: Context,
): string => {
  const places = state.waiting[giftId] ?? []
  const own = newestOf(places, person)
  if (own) {
    remove(places, own)
    if (own.until !== null) freePiece(state, giftId, at)
  }
  return 'ok'
}

export const stocking = (state: State, { gift: giftId, change }: Of<'stock'>, { at }: Context): string => {
  const gift = state.gifts[giftId]
  if (!gift) return 'unknown-gift'
  if (gift.left + change < 0) return 'stock-taken'
  gift.total += change
  if (change < 0) gift.left += change
  for (let i = 0; i < change; i++) freePiece(state, giftId, at)
  return 'ok'
}
