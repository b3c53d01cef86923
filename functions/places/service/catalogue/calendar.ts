/**
 * The country's special days: public holidays and days worked in lieu (调休), and the lottery market's closures
 * (休市). On the server only; the phone gets the coming weeks with the catalogue, so that a new announcement needs no
 * new version of the mini-program.
 */
import { getDayDetail, getSolarDateFromLunar, getSolarTermDate } from 'chinese-days'
import { addDays, type Day, daysBetween } from '../../../shared/day'
import type { Calendar, CalendarDay } from '../../contract'

type Closure = { from: Day; until: Day; name: string }

/**
 * Announced once a year by the Ministry of Finance; every day from 0:00 of the first to 24:00 of the last. A year is
 * added here when its announcement is out, and never guessed: an unannounced closure is not in the calendar.
 * - 2025: 财政部公告 2024 年第 19 号《关于2025年彩票市场休市安排的公告》, 2 December 2024
 * - 2026: 财政部公告 2025 年第 14 号《关于2026年彩票市场休市安排的公告》,
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
  return { from, until, days: days.flatMap((day) => [...publicDay(day), ...marketClosure(day)]) }
}

function marketClosure(date: Day): CalendarDay[] {
  const closure = marketClosures.find(({ from, until }) => from <= date && date <= until)
  return closure ? [{ date, type: 'market-closure', name: closure.name }] : []
}

function publicDay(date: Day): CalendarDay[] {
  const year = Number(date.slice(0, 4))
  if (!isAnnounced(year)) {
    const name = statutoryHolidays(year).get(date)
    return name === undefined ? [] : [{ date, type: 'holiday', name }]
  }
  const { work, name } = getDayDetail(date)
  const special = nameOf(name)
  return special === null ? [] : [{ date, type: work ? 'workday' : 'holiday', name: special }]
}

/**
 * The State Council announces a year's holidays, with the days in lieu, in the November before; chinese-days carries
 * what was announced when it was released.
 */
function isAnnounced(year: number): boolean {
  return nameOf(getDayDetail(`${year}-10-01`).name) !== null
}

/** Special days are called `Mid-autumn Festival,中秋,1`, plain ones `Friday`. */
function nameOf(detail: string): string | null {
  const name = detail.split(',')[1]
  if (name === undefined) return null
  return ['清明', '端午', '中秋'].includes(name) ? `${name}节` : name
}

/**
 * What the law itself makes holidays of a year, before anybody has announced which days are moved around them:
 * 全国年节及纪念日放假办法 (as amended by State Council order 795, in force since 1 January 2025), article 2.
 */
function statutoryHolidays(year: number): Map<Day, string> {
  const newYear = getSolarDateFromLunar(`${year}-01-01`).date
  return new Map([
    [`${year}-01-01`, '元旦'],
    ...[-1, 0, 1, 2].map((offset): [Day, string] => [addDays(newYear, offset), '春节']),
    [getSolarTermDate(year, 4, 'pure_brightness'), '清明节'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [getSolarDateFromLunar(`${year}-05-05`).date, '端午节'],
    [getSolarDateFromLunar(`${year}-08-15`).date, '中秋节'],
    [`${year}-10-01`, '国庆节'],
    [`${year}-10-02`, '国庆节'],
    [`${year}-10-03`, '国庆节'],
  ])
}
