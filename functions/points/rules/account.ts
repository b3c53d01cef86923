/**
 * What happens to an account: every function takes the account as it is and gives the account as it will be, with the
 * entries that lead there. Its balance is the sum of its entries, always; nothing here can write one without the other.
 */
import { dayOf } from '../../shared/day'
import { added, type Lots, sumOf } from '../../shared/ledger/lots'
import * as ledger from '../../shared/ledger/posting'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import type { Entry, Limits, Reason } from '../contract'
import { hasLapsed, parted, returned, taken, yearOf } from './lots'

const lotsSchema = z.record(z.string(), z.int())

/** A person's account in a city, as small as it can be: one write unit a kilobyte, and every action writes it. */
export const accountStateSchema = z.object({
  /** Rises by one with every write; who writes says which one was read. */
  revision: z.int(),
  /** Number of the newest entry; 0: none yet. */
  seq: z.int(),
  balance: z.int(),
  lots: lotsSchema,
  /** Since `day`: its sums are of that day, its month, and ever. */
  earned: z.object({
    day: z.string(),
    points: z.int(),
    entries: z.int(),
    /** Points of each rule: that day, that month, ever. */
    rules: z.record(z.string(), z.tuple([z.int(), z.int(), z.int()])),
  }),
  redeemed: z.object({ year: z.int(), points: z.int() }),
  checkIn: z.object({ day: z.string(), streak: z.int() }),
  /** Pieces of each gift, reserved or handed over, by the part of its id that the city does not say already. */
  gifts: z.record(z.string(), z.int()),
  /** Since when the person waits for which gift (ms since 1970). */
  waiting: z.record(z.string(), z.int()),
  /** Orders waiting to be picked up. */
  reserved: z.int(),
  /** By which staff find the person. */
  lastOrder: z.nullable(z.string()),
  isClosed: z.boolean(),
})
export type AccountState = z.infer<typeof accountStateSchema>

/** The account after something was done, and the entries to be written with it. */
export type Change = ledger.Change<AccountState, Entry>

export const emptyAccount: AccountState = {
  revision: 0,
  seq: 0,
  balance: 0,
  lots: {},
  earned: { day: '1970-01-01', points: 0, entries: 0, rules: {} },
  redeemed: { year: 1970, points: 0 },
  checkIn: { day: '1970-01-01', streak: 0 },
  gifts: {},
  waiting: {},
  reserved: 0,
  lastOrder: null,
  isClosed: false,
}

/** What no earning and no adjustment takes an account past. A refund may: it gives back what was there. */
export const mostPoints = 1_000_000

/** What an account calls a gift: ids begin with the adcode, and an account has one city. */
export const shortOf = (gift: string): string => gift.slice(7)

/** Whatever is done first writes off what has lapsed, so that nobody spends it and every sum stays true. `at`: ms. */
export function settled(account: AccountState, at: number): Change {
  const isOver = (lot: string) => hasLapsed(lot, dayOf(at))
  return ledger.withoutLapsed<AccountState, Entry>(account, isOver, (change, { lot, amount, left }) =>
    posted(
      change,
      { lots: left },
      { kind: 'expire', points: -amount, at, reason: { type: 'lapsed', year: Number(lot) } },
    ),
  )
}

export type NewEntry = { kind: Entry['kind']; points: number; at: number; reason: Reason }

/** One more entry, with what else changes in the account. */
export function posted(change: Change, fields: Partial<AccountState>, entry: NewEntry): Change {
  const { kind, points, at, reason } = entry
  return ledger.post(change, fields, points, ({ seq, balance }) => ({
    ...{ seq, kind, points, balance, at: new Date(at).toISOString(), reason },
  }))
}

export type Purchase = {
  order: string
  gift: { id: string; name: string; price: number; perPerson: number | null }
  limits: Limits
  at: number
}
export type PurchaseRefusal =
  | 'account-closed'
  | 'person-limit-reached'
  | 'points-short'
  | 'yearly-cap-reached'

/** Takes the price of a gift, from the oldest lots first. */
export function spent(
  account: AccountState,
  { order, gift, limits, at }: Purchase,
): Result<Change & { taken: Lots }, PurchaseRefusal> {
  if (account.isClosed) return err('account-closed')
  if (hasReachedLimit(account, gift)) return err('person-limit-reached')
  const now = settled(account, at)
  const out = taken(now.account.lots, gift.price)
  if (!out) return err('points-short')
  const year = yearOf(dayOf(at))
  const redeemed = redeemedIn(account, year) + gift.price
  if (redeemed > limits.yearlyRedemption) return err('yearly-cap-reached')
  const change = {
    lots: out.lots,
    redeemed: { year, points: redeemed },
    gifts: { ...account.gifts, [shortOf(gift.id)]: piecesOf(account, gift.id) + 1 },
    reserved: account.reserved + 1,
    lastOrder: order,
  }
  const reason: Reason = { type: 'order', order, gift: gift.name }
  return ok({ ...posted(now, change, { kind: 'spend', points: -gift.price, at, reason }), taken: out.taken })
}

const piecesOf = (account: AccountState, gift: string): number => account.gifts[shortOf(gift)] ?? 0

/** Whether the person has as many of the gift as one person can have; cancelled and expired ones do not count. */
export function hasReachedLimit(
  account: AccountState,
  gift: { id: string; perPerson: number | null },
): boolean {
  return gift.perPerson !== null && piecesOf(account, gift.id) >= gift.perPerson
}

export type Return = {
  order: { id: string; points: number; taken: Lots; reservedAt: string; gift: { id: string; name: string } }
  why: 'cancelled' | 'not-picked-up'
  at: number
}

/** Gives an order's points back to the lots they came from. To a closed account nothing returns. */
export function refunded(account: AccountState, { order, why, at }: Return): Change {
  const now = settled(account, at)
  const back = account.isClosed ? {} : order.taken
  const { lots, returned: points } = returned(now.account.lots, back, dayOf(at))
  const short = shortOf(order.gift.id)
  const { [short]: had = 0, ...others } = account.gifts
  const change = {
    lots,
    redeemed: redeemedAfter(account, order),
    gifts: had > 1 ? { ...others, [short]: had - 1 } : others,
    reserved: account.reserved - 1,
  }
  const lapsed = order.points - points
  const reason: Reason = { type: why, order: order.id, gift: order.gift.name, lapsed }
  return posted(now, change, { kind: 'refund', points, at, reason })
}

export function pickedUp(account: AccountState): Change {
  return { account: { ...account, reserved: account.reserved - 1 }, entries: [] }
}

export type Adjusting = { points: number; adjustment: string; text: string; at: number }

export type AdjustmentRefusal = 'account-closed' | 'points-short' | 'balance-cap-reached'

/** Whether so many points more would not fit into the account. */
export const isOverfull = ({ account }: Change, points: number): boolean =>
  account.balance + points > mostPoints

/** Staff set something right. Points given are of this year; points taken are the oldest; below 0 it does not go. */
export function adjusted(
  account: AccountState,
  { points, adjustment, text, at }: Adjusting,
): Result<Change, AdjustmentRefusal> {
  if (account.isClosed) return err('account-closed')
  const now = settled(account, at)
  if (points > 0 && isOverfull(now, points)) return err('balance-cap-reached')
  const { lots } = now.account
  const after = points > 0 ? added(lots, String(yearOf(dayOf(at))), points) : taken(lots, -points)?.lots
  if (!after) return err('points-short')
  const reason: Reason = { type: 'adjustment', adjustment, text }
  return ok(posted(now, { lots: after }, { kind: 'adjust', points, at, reason }))
}

/** Writes off what is left, and what was known of the person's ways. Nothing happens to a closed account any more. */
export function closed(account: AccountState, at: number): Change {
  const { day, ...counts } = emptyAccount.earned
  const change = {
    lots: {},
    gifts: {},
    waiting: {},
    earned: { day, ...counts },
    checkIn: emptyAccount.checkIn,
    isClosed: true,
  }
  const now = settled(account, at)
  const points = -now.account.balance
  if (points === 0) return { account: { ...now.account, ...change }, entries: now.entries }
  return posted(now, change, { kind: 'expire', points, at, reason: { type: 'closed' } })
}

/** What can be spent: without lots that have lapsed and wait to be written off. */
export function usable(account: AccountState, at: number): number {
  return sumOf(parted(account.lots, dayOf(at)).good)
}

export function redeemedIn({ redeemed }: AccountState, year: number): number {
  return redeemed.year === year ? redeemed.points : 0
}

/** Ordered this year, it counts no more for the year's cap. */
function redeemedAfter({ redeemed }: AccountState, order: { reservedAt: string; points: number }) {
  const isSameYear = redeemed.year === yearOf(dayOf(Date.parse(order.reservedAt)))
  return isSameYear ? { ...redeemed, points: redeemed.points - order.points } : redeemed
}
