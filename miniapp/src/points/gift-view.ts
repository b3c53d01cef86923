/** A gift as a person meets it: what it costs them, whether they can have it, and what to press. Pure. */
import type { Account, Gift, GiftCategory, Waiting } from '@contract/points'
import { pointsText } from '@/shared/components/points'
import { momentText } from '@/shared/time/moments'
import { measureNames } from './words'

export type GiftSign = { word: string; tone: 'closed' | 'doubt' | 'plain'; icon: 'close' | 'clock' | null }

/** What is left, or why there is none: word and shape, never the colour alone. `now` in ms. */
export function giftSign({ state, left, onSaleFrom, category }: Gift, now: number): GiftSign {
  switch (state) {
    case 'on-sale':
      return { word: `还有 ${pointsText(left)} ${measureNames[category]}`, tone: 'plain', icon: null }
    case 'sold-out':
      return { word: '已兑完', tone: 'closed', icon: 'close' }
    case 'not-yet':
      return { word: startText(onSaleFrom, now), tone: 'doubt', icon: 'clock' }
    case 'ended':
      return { word: '已结束', tone: 'closed', icon: 'close' }
    case 'other':
      return { word: '现在不能兑换', tone: 'closed', icon: 'close' }
  }
}

function startText(from: string | null, now: number): string {
  return from === null ? '还没开始' : `${momentText(Date.parse(from), now)} 开始`
}

/** The filter of the list of gifts. No `categories`: all. `outlet`: only gifts picked up there. */
export type GiftFilter = { categories: readonly GiftCategory[]; affordable: boolean; outlet: string | null }

export const noGiftFilter: GiftFilter = { categories: [], affordable: false, outlet: null }

/** Offered to the person first, then on sale, then coming, then sold out; within each the cheaper first. */
export function filterGifts(
  gifts: readonly Gift[],
  filter: GiftFilter,
  balance: number | null,
  offered: ReadonlySet<string> = nobody,
): Gift[] {
  const canBeHad = (gift: Gift) => gift.state === 'on-sale' || offered.has(gift.id)
  return gifts
    .filter(
      (gift) =>
        (filter.categories.length === 0 || filter.categories.some((one) => one === gift.category)) &&
        (filter.outlet === null || gift.outlets.includes(filter.outlet)) &&
        (!filter.affordable || (balance !== null && gift.price <= balance && canBeHad(gift))),
    )
    .sort(
      (a, b) =>
        Number(offered.has(b.id)) - Number(offered.has(a.id)) ||
        rank[a.state] - rank[b.state] ||
        a.price - b.price ||
        a.name.localeCompare(b.name),
    )
}

const nobody: ReadonlySet<string> = new Set()
const rank: Record<Gift['state'], number> = { 'on-sale': 0, 'not-yet': 1, 'sold-out': 2, ended: 3, other: 4 }

/** Categories that there are gifts of, in the order of the contract. */
export function categoriesOf(gifts: readonly Gift[], all: readonly GiftCategory[]): GiftCategory[] {
  return all.filter((category) => gifts.some((gift) => gift.category === category))
}

/**
 * What the person can do with a gift now. `order`: swap it (`kept`: a piece waits for them until then). `short`: so
 * many points are missing. `year`: so many can still be spent this year. `own`: it is picked up at their own outlets
 * alone. `unknown`: their account has not come yet.
 */
export type Offer =
  | { kind: 'order'; until: string | null }
  | { kind: 'login' }
  | { kind: 'unknown' }
  | { kind: 'short'; missing: number; until: string | null }
  | { kind: 'year'; left: number }
  | { kind: 'own' }
  | { kind: 'wait' }
  | { kind: 'waiting'; ahead: number; more: boolean }
  | { kind: 'not-yet' }
  | { kind: 'ended' }
  /** In a state that this version does not know: the next one may. */
  | { kind: 'unsupported' }

export type GiftViewer = {
  isIn: boolean
  account: Account | null
  waiting: Waiting | null
  /** Outlets of their own, where nobody redeems. */
  own: readonly string[]
}

export function offerOf(gift: Gift, viewer: GiftViewer): Offer {
  if (gift.state === 'ended') return { kind: 'ended' }
  if (gift.state === 'not-yet') return { kind: 'not-yet' }
  if (gift.state === 'other') return { kind: 'unsupported' }
  if (!viewer.isIn) return { kind: 'login' }
  if (!viewer.account) return { kind: 'unknown' }
  if (gift.outlets.every((outlet) => viewer.own.includes(outlet))) return { kind: 'own' }
  const { waiting } = viewer
  const until = waiting?.state === 'offered' ? waiting.until : null
  if (gift.state === 'sold-out' && waiting?.state !== 'offered') return inTurn(waiting)
  return withPoints(gift, viewer.account, until)
}

/** The state of the waiting list comes from the server; without it the offer is unknown. */
function inTurn(waiting: Waiting | null): Offer {
  if (!waiting) return { kind: 'unknown' }
  return waiting.state === 'waiting'
    ? { kind: 'waiting', ahead: waiting.ahead ?? 0, more: waiting.moreAhead ?? false }
    : { kind: 'wait' }
}

function withPoints({ price }: Gift, account: Account, until: string | null): Offer {
  const leftThisYear = Math.max(0, account.yearlyCap - account.redeemedThisYear)
  if (price > leftThisYear) return { kind: 'year', left: leftThisYear }
  if (price > account.balance) return { kind: 'short', missing: price - account.balance, until }
  return { kind: 'order', until }
}

/** `你排在第 3 位`: who is next is the first. `more`: the server counted no further. */
export function turnText({ ahead, more }: { ahead: number; more: boolean }): string {
  if (more) return `你前面还有 ${pointsText(ahead)} 多人`
  return ahead === 0 ? '你排在第 1 位，一有就轮到你' : `你排在第 ${pointsText(ahead + 1)} 位`
}

/** `有一件为你保留到明天 10:00`. */
export function offeredUntilText(until: string, now: number): string {
  const moment = momentText(Date.parse(until), now)
  // Chinese beside Chinese needs no space, beside a figure it does.
  return `有一件为你保留到${/^\d/.test(moment) ? ' ' : ''}${moment}`
}
