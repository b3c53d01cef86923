/**
 * What a place's opening hours mean on a given day.
 *
 * The rules are OpenStreetMap's, in the basic form that hours/text.ts reads:
 * - A later rule takes a day away from the earlier ones, whole: in `Mo-Su 09:00-21:00; Sa 10:00-12:00; PH off` a
 *   Saturday has only 10:00-12:00. A dated rule is nothing but a later rule, so closures are written at the end.
 * - A day that no rule selects is a day off.
 * - A span belongs to the day it begins on. `Fr 20:00-02:00` covers Saturday until 02:00, even where Saturday is
 *   off: the night before is what was promised.
 * - `PH` selects the public holidays of the calendar. Hours without `PH` treat a holiday as the weekday it is.
 * - China moves working days: a weekend worked in lieu (调休) follows Monday's hours, because the street is at work.
 *   A dated rule selects such a day by its date all the same.
 */
import { addDays, type Day, weekdayOf } from '../../shared/day'
import type { Calendar, CalendarDay } from '../contract'
import { type Hours, type HoursRule, parseHours, type Span } from './hours/text'

export {
  formatHours,
  type Hours,
  type HoursError,
  type HoursRule,
  parseHours,
  type Span,
} from './hours/text'

/** What the rules say of one day. */
export type DayPlan = {
  /** Ascending; empty: closed. */
  spans: readonly Span[]
  note: string | null
  /** Which sort of rule decided: the plain week, a public holiday's, or one with a date. */
  cause: 'week' | 'holiday' | 'date'
  /** True where the day differs, or may differ, from the plain week: a date, a holiday's rule, a day in lieu. */
  special: boolean
}

const parsed = new Map<string, Hours | null>()
const maxParsed = 5_000

/** The hours behind a text that was checked when it was written; null where it cannot be read. Remembers its answers. */
export function hoursOf(text: string): Hours | null {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const result = parseHours(text)
  const hours = result.ok ? result.value : null
  if (parsed.size >= maxParsed) parsed.clear()
  parsed.set(text, hours)
  return hours
}

/** What the calendar knows of a day; null names: nothing of that sort. */
export type SpecialDay = { holiday: string | null; workday: string | null; marketClosure: string | null }

const plainDay: SpecialDay = { holiday: null, workday: null, marketClosure: null }
const indexed = new WeakMap<Calendar, Map<Day, SpecialDay>>()

/** One day may be both a holiday and a market closure: the calendar then lists it twice. */
export function specialDay(calendar: Calendar, day: Day): SpecialDay {
  let days = indexed.get(calendar)
  if (!days) {
    days = new Map()
    for (const entry of calendar.days)
      days.set(entry.date, withEntry(days.get(entry.date) ?? plainDay, entry))
    indexed.set(calendar, days)
  }
  return days.get(day) ?? plainDay
}

function withEntry(known: SpecialDay, entry: CalendarDay): SpecialDay {
  switch (entry.type) {
    case 'holiday':
      return { ...known, holiday: entry.name }
    case 'workday':
      return { ...known, workday: entry.name }
    case 'market-closure':
      return { ...known, marketClosure: entry.name }
  }
}

/** What `hours` say of `day`. The market's closures are not theirs to know: see opening.ts. */
export function planOf(hours: Hours, calendar: Calendar, day: Day): DayPlan {
  const { holiday, workday } = specialDay(calendar, day)
  const calendarWeekday = weekdayOf(day)
  const inLieu = workday !== null && calendarWeekday >= 5
  const weekday = inLieu ? 0 : calendarWeekday
  for (let i = hours.rules.length - 1; i >= 0; i--) {
    const rule = hours.rules[i]
    if (!rule || !selects(rule, day, weekday, holiday !== null)) continue
    const dated = rule.periods.length > 0
    const byHoliday = rule.holidays && holiday !== null
    const cause = dated ? 'date' : byHoliday ? 'holiday' : 'week'
    return { spans: rule.spans, note: rule.note, cause, special: cause !== 'week' || inLieu }
  }
  return { spans: [], note: null, cause: 'week', special: inLieu }
}

function selects(rule: HoursRule, day: Day, weekday: number, holiday: boolean): boolean {
  const { periods, weekdays } = rule
  if (
    periods.length > 0 &&
    !periods.some(({ from, until }) => from <= day && (until === null || day <= until))
  ) {
    return false
  }
  if (weekdays.length === 0 && !rule.holidays) return true
  return weekdays.includes(weekday) || (rule.holidays && holiday)
}

export type WeekRow = {
  day: Day
  spans: readonly Span[]
  note: string | null
  special: boolean
  /** What the calendar says of the day, e.g. 国庆节; a market closure is named here and does not change `spans`. */
  calendar: SpecialDay
}

/** Seven days from `from`, for the page of a place. */
export function weekOf(hours: Hours, calendar: Calendar, from: Day): WeekRow[] {
  return Array.from({ length: 7 }, (_, i) => {
    const day = addDays(from, i)
    const { spans, note, special } = planOf(hours, calendar, day)
    return { day, spans, note, special, calendar: specialDay(calendar, day) }
  })
}
