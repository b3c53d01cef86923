/** Days and moments as one says them today. Pure. */
import { type Day, dayOf, daysBetween } from '@common/day'
import { clockText, monthDay } from './days'

/** `12月6日`; with the year where it is not this one: `2027年12月31日`. */
export function dayText(day: Day, today: Day): string {
  const year = day.slice(0, 4)
  return year === today.slice(0, 4) ? monthDay(day) : `${year}年${monthDay(day)}`
}

/** `今天 08:30`, `昨天 21:05`, `明天 10:00`, `11月20日 08:30`, `2025年3月1日 08:30`. Both in ms. */
export function momentText(at: number, now: number): string {
  const day = dayOf(at)
  const today = dayOf(now)
  const near: Record<number, string> = { [-1]: '明天', 0: '今天', 1: '昨天' }
  return `${near[daysBetween(day, today)] ?? dayText(day, today)} ${clockText(at)}`
}
