/** Waiting lists and offers of gifts in words. Pure. */
import type { WaitingGift } from '@contract/points'
import type { BadgeTone } from '@/shared/components/badge'
import type { IconName } from '@/shared/components/icon'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A piece that is offered to the person, and until when. */
export type OfferedGift = WaitingGift & { state: 'offered'; until: string }

export const isOffered = (waiting: WaitingGift, now: number): waiting is OfferedGift =>
  waiting.state === 'offered' && waiting.until !== null && Date.parse(waiting.until) > now

/** What is offered to the person now; `waiting` is of their account. `now` in ms. */
export function offeredGifts(waiting: readonly WaitingGift[] | undefined, now: number): OfferedGift[] {
  return (waiting ?? []).filter((one): one is OfferedGift => isOffered(one, now))
}

/** `还剩 1 天 3 小时`, `还剩 5 小时`, `还剩 12 分钟`: rounded down, so that nobody comes too late. `now` in ms. */
export function leftText(until: string, now: number): string {
  const left = Date.parse(until) - now
  if (left < minute) return '还剩不到 1 分钟'
  if (left < hour) return `还剩 ${Math.floor(left / minute)} 分钟`
  const hours = Math.floor((left % day) / hour)
  if (left < day) return `还剩 ${hours} 小时`
  return [`还剩 ${Math.floor(left / day)} 天`, hours > 0 && `${hours} 小时`].filter(Boolean).join(' ')
}

/** On the gift itself, whose bar says until when. */
export const offeredSign = { word: '为你保留', tone: 'aid', icon: 'clock' } as const satisfies WaitingSign

export type WaitingSign = { word: string; tone: BadgeTone; icon: IconName }

/** Offered, or on the waiting list; null where the offer has expired. `now` in ms. */
export function waitingSign(waiting: WaitingGift, now: number): WaitingSign | null {
  if (waiting.state === 'waiting') return { word: '排队中', tone: 'plain', icon: 'people' }
  if (!isOffered(waiting, now)) return null
  return { word: leftText(waiting.until, now), tone: 'aid', icon: 'clock' }
}
