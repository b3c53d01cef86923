/** An order in words: its state, until when, what cancelling gives back. Pure. */
import type { Day } from '@common/day'
import type { Order } from '@contract/points'
import { pointsText } from '@/shared/components/points'
import { dayText, momentText } from '@/shared/time/moments'
import { orderStateNames } from './words'

export type OrderSign = { word: string; tone: 'aid' | 'open' | 'closed'; icon: 'clock' | 'check' | 'close' }

/** Colour, word and shape of a state. */
export function orderSign({ state }: Pick<Order, 'state'>): OrderSign {
  const word = orderStateNames[state]
  switch (state) {
    case 'reserved':
      return { word, tone: 'aid', icon: 'clock' }
    case 'picked-up':
      return { word, tone: 'open', icon: 'check' }
    case 'cancelled':
    case 'expired':
    case 'other':
      return { word, tone: 'closed', icon: 'close' }
  }
}

/** `请在 12月4日（含）前领取`, `今天 10:20 领取`, `11月20日 08:30 取消`. `now` in ms. */
export function orderWhen(order: Order, now: number, today: Day): string {
  if (order.state === 'reserved') return `请在 ${dayText(order.pickUpBy, today)}（含）前领取`
  const at = momentText(Date.parse(order.endedAt ?? order.reservedAt), now)
  if (order.state === 'picked-up') return `${at} 领取`
  if (order.state === 'other') return `${at} 有变动`
  return order.state === 'cancelled' ? `${at} 取消` : `${at} 过期`
}

/** The live ones first, each part newest first as the server gives them. */
export function byState(orders: readonly Order[]): { live: Order[]; ended: Order[] } {
  return {
    live: orders.filter((order) => order.state === 'reserved'),
    ended: orders.filter((order) => order.state !== 'reserved'),
  }
}

/** Shown before a person cancels: what is returned and what is not. */
export function cancelText({ points, wouldLapse }: Pick<Order, 'points' | 'wouldLapse'>): string {
  if (wouldLapse === 0) return `退回 ${pointsText(points)} 分，有效期不变。`
  const back = points - wouldLapse
  const lapsed = `${pointsText(wouldLapse)} 分已经过了有效期，不能退回`
  return back === 0 ? `这张单的 ${lapsed}。` : `退回 ${pointsText(back)} 分；另外 ${lapsed}。`
}

/** What was said after it was cancelled or had expired. */
export function endedText(order: Order): string | null {
  switch (order.state) {
    case 'reserved':
      return null
    case 'picked-up':
      return '礼品已经交到你手里。'
    case 'cancelled':
      return '积分已经退回，见积分明细。'
    case 'expired':
      return '没有在期限内来领，积分已经退回，见积分明细。'
    case 'other':
      return '更新到最新版本，再看看这张兑换单。'
  }
}

/** `1234 5678`, as one reads it out. */
export function spacedDigits(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}
