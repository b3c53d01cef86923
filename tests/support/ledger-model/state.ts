/**
 * What the model knows: the books without anything that the ledger counts for itself. Lots, caps, limits and streaks are
 * worked out from entries and orders anew, so that a counter gone wrong is not believed.
 */
import type { Adjustment, Entry, OrderState, Reason } from '../../../functions/points/contract'
import type { Books } from './books'
import { entriesOf } from './invariants'

export type Line = { kind: Entry['kind']; points: number; at: string; reason: Reason }
export type Person = { lots: Record<string, number>; entries: Line[]; isClosed: boolean }
export type Order = {
  person: string
  gift: string
  outlet: string
  points: number
  taken: Record<string, number>
  state: OrderState
  reservedAt: string
  pickUpBy: string
  ticket: string | null
}
export type Gift = {
  name: string
  price: number
  perPerson: number | null
  outlets: string[]
  left: number
  total: number
}
export type Place = { person: string; asked: number; until: number | null }
export type State = {
  persons: Record<string, Person>
  orders: Record<string, Order>
  gifts: Record<string, Gift>
  /** In the order of asking. */
  waiting: Record<string, Place[]>
  /** By `batch#index`: who used it. */
  codes: Record<string, string | null>
  adjustments: Record<
    string,
    Pick<Adjustment, 'person' | 'points' | 'text' | 'state' | 'proposedBy' | 'proposedAt' | 'decidedBy'>
  >
}

/** The books as the model sees them. */
export const stateOf = (books: Books): State => ({
  persons: {
    ...Object.fromEntries(books.left.map((person) => [person, { lots: {}, entries: [], isClosed: true }])),
    ...Object.fromEntries(books.accounts.map((one) => [one.person, personOf(books, one)])),
  },
  orders: Object.fromEntries(
    books.orders.map(({ id, person, gift, outlet, points, taken, state, reservedAt, pickUpBy, pickup }) => [
      id,
      {
        ...{ person, gift: gift.id, outlet, points, taken, state, reservedAt, pickUpBy },
        ticket: pickup?.ticket ?? null,
      },
    ]),
  ),
  gifts: Object.fromEntries(
    books.gifts.map(({ id, name, price, perPerson, outlets, total }) => {
      const own = books.shards.filter(({ gift }) => gift === id)
      return [
        id,
        { name, price, perPerson, outlets, total, left: own.reduce((sum, { left }) => sum + left, 0) },
      ]
    }),
  ),
  waiting: Object.fromEntries(books.gifts.map(({ id }) => [id, placesOf(books, id)])),
  codes: Object.fromEntries(books.codes.map(({ batch, index, usedBy }) => [`${batch}#${index}`, usedBy])),
  adjustments: Object.fromEntries(
    books.adjustments.map(({ id, person, points, text, state, proposedBy, proposedAt, decidedBy }) => [
      id,
      { person, points, text, state, proposedBy, proposedAt, decidedBy },
    ]),
  ),
})

const personOf = (books: Books, one: Books['accounts'][number]): Person => ({
  lots: { ...one.account.lots },
  entries: entriesOf(books, one).map(({ kind, points, at, reason }) => ({ kind, points, at, reason })),
  isClosed: one.account.isClosed,
})

const placesOf = ({ waiting }: Books, gift: string): Place[] =>
  waiting
    .filter((place) => place.gift === gift)
    .map(({ person, asked, until }) => ({ person, asked, until }))
    .sort((a, b) => a.asked - b.asked || (a.person < b.person ? -1 : 1))

/** The same text for the same, whatever the order of its fields. Which ticket did it, the model cannot know. */
export const textOf = (part: unknown): string =>
  JSON.stringify(part, (field, value) => {
    if (field === 'ticket') return undefined
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  })
