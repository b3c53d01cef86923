/**
 * The country's special days: public holidays and days worked in lieu (调休) from chinese-days, the lottery
 * market's closures (休市) from the table below. On the server only; the phone gets the coming weeks with the
 * catalogue, so that a new announcement needs no new version of the mini-program.
 */
import { getDayDetail } from 'chinese-days'
import { addDays, type Day, daysBetween } from '../shared/day'
import type { Calendar, CalendarDay } from './contract'

type Closure = { from: Day; until: Day; name: string }

/**
 * Announced once a year by the Ministry of Finance; every day from 0:00 of the first to 24:00 of the last.
 * A year is added when its announcement is out, and never guessed.
 * - 2025: 财政部公告 2024 年第 19 号《关于2025年彩票市场休市安排的公告》 (2 December 2024)
 * - 2026: 财政部公告 2025 年第 14 号《关于2026年彩票市场休市安排的公告》
 *   https://www.mof.gov.cn/gp/xxgkml/zhs/202512/t20251225_3980248.htm
 */
const marketClosures: readonly Closure[] = [
  { from: '2025-01-27', until: '2025-02-05', name: '春节休市' },
  { from: '2025-10-01', until: '2025-10-04', name: '国庆节休市' },
  { from: '2026-02-14', until: '2026-02-23', name: '春节休市' },
  { from: '2026-10-01', until: '2026-10-04', name: '国庆节休市' },
]

const weeksAhead = 10

/**
 * The special days from the eve of `edition` (a Monday; the eve, because a span may run past its midnight) to ten
 * weeks later.
 */
export function calendarFor(edition: Day): Calendar {
  const from = addDays(edition, -1)
  const until = addDays(edition, weeksAhead * 7)
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, i) => addDays(from, i))
  return { from, until, days: days.flatMap(specialDaysOf) }
}

function specialDaysOf(date: Day): CalendarDay[] {
  return [...publicDay(date), ...marketClosure(date)]
}

function marketClosure(date: Day): CalendarDay[] {
  const closure = marketClosures.find(({ from, until }) => from <= date && date <= until)
  return closure ? [{ date, type: 'market-closure', name: closure.name }] : []
}

function publicDay(date: Day): CalendarDay[] {
  const { work, name } = getDayDetail(date)
  // Special days are named "Spring Festival,春节,4"; plain ones by their weekday.
  const chinese = name.split(',')[1]
  if (chinese !== undefined) return [{ date, type: work ? 'workday' : 'holiday', name: chinese }]
  return []
}
