/**
 * The text form of opening hours: a strict, basic part of OpenStreetMap's `opening_hours`, read and written.
 *
 *   text      = rule *( ";" rule )
 *   rule      = "24/7" [note]  |  [dates] [weekdays] ( spans | "off" | "closed" ) [note]
 *   dates     = period *( "," period )
 *   period    = 2026 Feb 17  |  2026 Feb 17-2026 Mar 02  |  2026 Dec 01+         (+ = until further notice)
 *   weekdays  = Mo | Mo-Fr | Sa,Su | Mo-We,Fr | PH | …                           (PH = public holiday)
 *   spans     = 08:30-12:00,13:30-21:00 | 20:00-02:00 | 20:00-26:00              (past midnight)
 *   note      = "…"                                                              (shown to people as it is)
 *
 * Lenient where a Chinese spreadsheet differs and nothing can be misread: full-width punctuation, `9:00`, any
 * case, `2026 Feb 17-20`. Everything else is refused with the reason and the place of the error: a rule that was
 * half understood would send somebody to a locked door.
 */
import { addDays, type Day } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import { Refusal, Scanner } from './scanner'

/** Minutes since the midnight that its day begins with; `to` beyond 1440 ends on the next day. 0 ≤ from < 1440, from < to ≤ 2880. */
export type Span = { from: number; to: number }
/** Both days included; null: until further notice. */
export type Period = { from: Day; until: Day | null }
export type HoursRule = {
  /** Empty: on any date. */
  periods: Period[]
  /** 0 = Monday, ascending. Empty, and `holidays` false: on every day. */
  weekdays: number[]
  /** Whether the rule selects public holidays, whatever their weekday. */
  holidays: boolean
  /** Ascending, not overlapping; empty: closed. */
  spans: Span[]
  note: string | null
}
export type Hours = { rules: HoursRule[] }
/** `at`: offset of the offending character, from 0. */
export type HoursError = { reason: string; at: number }

const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthPattern = new RegExp(`(?:${monthNames.join('|')})\\b`)
const maxRules = 60

/** Reads a text, or says what is wrong with it and where. */
export function parseHours(text: string): Result<Hours, HoursError> {
  try {
    return ok({ rules: readRules(new Scanner(text)) })
  } catch (thrown) {
    if (thrown instanceof Refusal) return err({ reason: thrown.reason, at: thrown.at })
    throw thrown
  }
}

/** The one canonical text of these hours: parsing it gives them again, and equal hours give equal texts. */
export function formatHours(hours: Hours): string {
  return hours.rules.map(formatRule).join('; ')
}

// Reading

function readRules(scanner: Scanner): HoursRule[] {
  const rules: HoursRule[] = []
  if (scanner.done) scanner.refuse('empty')
  while (!scanner.done) {
    if (rules.length === maxRules) scanner.refuse(`more than ${maxRules} rules`)
    rules.push(readRule(scanner))
    if (!scanner.done && !scanner.take(/;/)) scanner.refuse('unexpected text; rules are separated by ";"')
  }
  return rules
}

function readRule(scanner: Scanner): HoursRule {
  scanner.skipSpace()
  const startsAt = scanner.at
  if (scanner.take(/24\/7/)) {
    return {
      periods: [],
      weekdays: [],
      holidays: false,
      spans: [{ from: 0, to: 1440 }],
      note: readNote(scanner),
    }
  }
  const periods = readList(scanner, readPeriod)
  if (scanner.take(monthPattern)) scanner.refuse('a date is written with its year: 2026 Feb 17', startsAt)
  const { weekdays, holidays } = readWeekdays(scanner)
  const spans = readSpans(scanner)
  return { periods, weekdays, holidays, spans, note: readNote(scanner) }
}

function readList<T>(scanner: Scanner, readOne: (scanner: Scanner) => T | null): T[] {
  const list: T[] = []
  do {
    const one = readOne(scanner)
    if (one === null) {
      if (list.length > 0) scanner.refuse('something is missing after the comma')
      return list
    }
    list.push(one)
  } while (scanner.take(/,/))
  return list
}

function readPeriod(scanner: Scanner): Period | null {
  const start = scanner.take(/(\d{4})\s+([a-z]{3})\s+(\d{1,2})(?!\d)(?!\s*:)/)
  if (!start) return null
  const startsAt = scanner.at - start[0].length
  const [, year = '', month = '', date = ''] = start
  const from = dayFrom(scanner, year, month, date, startsAt)
  if (scanner.take(/\+/)) return { from, until: null }
  const endsAt = scanner.at
  const end = scanner.take(/-\s*(?:(?:(\d{4})\s+)?([a-z]{3})\s+)?(\d{1,2})(?![\d:])/)
  if (!end) return { from, until: from }
  const until = dayFrom(scanner, end[1] ?? year, end[2] ?? month, end[3] ?? '', endsAt)
  if (until < from) scanner.refuse(`the period ends before it begins`, endsAt)
  return { from, until }
}

function dayFrom(scanner: Scanner, year: string, month: string, date: string, at: number): Day {
  const index = monthNames.findIndex((name) => name.toLowerCase() === month.toLowerCase())
  if (index < 0) scanner.refuse(`"${month}" is not a month (Jan … Dec)`, at)
  const day = `${year}-${String(index + 1).padStart(2, '0')}-${date.padStart(2, '0')}`
  const real = !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day
  if (!real) scanner.refuse(`there is no day ${year} ${month} ${date}`, at)
  return day
}

function readWeekdays(scanner: Scanner): { weekdays: number[]; holidays: boolean } {
  const found = new Set<number>()
  let holidays = false
  const some = readList(scanner, (s) => {
    if (s.take(/PH(?![a-z])/)) {
      holidays = true
      return true
    }
    const match = s.take(/(Mo|Tu|We|Th|Fr|Sa|Su)(?![a-z])(?:\s*-\s*(Mo|Tu|We|Th|Fr|Sa|Su)(?![a-z]))?/)
    if (!match) return null
    if (s.take(/-/)) s.refuse('expected a weekday after "-"')
    for (const weekday of weekdayRange(match[1] ?? '', match[2] ?? match[1] ?? '')) found.add(weekday)
    return true
  })
  // All seven weekdays select every day, holidays among them: the same as no selector.
  if (some.length === 0 || found.size === 7) return { weekdays: [], holidays: false }
  return { weekdays: [...found].sort((a, b) => a - b), holidays }
}

/** `Fr-Mo` runs over the end of the week. */
function weekdayRange(first: string, last: string): number[] {
  const indexOf = (name: string) =>
    weekdayNames.findIndex((known) => known.toLowerCase() === name.toLowerCase())
  const start = indexOf(first)
  const length = ((indexOf(last) - start + 7) % 7) + 1
  return Array.from({ length }, (_, i) => (start + i) % 7)
}

function readSpans(scanner: Scanner): Span[] {
  if (scanner.take(/(?:off|closed)(?![a-z])/)) return []
  const startsAt = scanner.at
  const spans = readList(scanner, readSpan)
  if (spans.length === 0)
    scanner.refuse('expected days (Mo-Fr, PH), a date (2026 Feb 17), times (08:30-21:00) or "off"')
  spans.sort((a, b) => a.from - b.from)
  spans.forEach((span, i) => {
    const next = spans[i + 1]
    if (next && next.from < span.to) scanner.refuse('the times overlap', startsAt)
  })
  return spans
}

function readSpan(scanner: Scanner): Span | null {
  const from = readTime(scanner)
  if (from === null) return null
  if (from >= 1440) scanner.refuse('a span begins before 24:00')
  if (!scanner.take(/-/)) scanner.refuse('expected "-" and the closing time')
  const to = readTime(scanner)
  if (to === null) return scanner.refuse('expected the closing time, such as 21:00')
  // A closing time that is not after the opening one is on the next day: 20:00-02:00, 08:00-08:00.
  return { from, to: to > from ? to : to + 1440 }
}

function readTime(scanner: Scanner): number | null {
  const match = scanner.take(/(\d{1,2}):(\d{2})(?!\d)/)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2])
  const total = hour * 60 + minute
  if (minute > 59 || total > 2880)
    scanner.refuse(`there is no time ${match[0]}`, scanner.at - match[0].length)
  return total
}

function readNote(scanner: Scanner): string | null {
  const match = scanner.take(/"([^"]*)"/)
  if (!match) return null
  // Taken from the original, where punctuation inside the note is still as it was written.
  const end = scanner.at - 1
  return scanner.original.slice(end - (match[1] ?? '').length, end).trim() || null
}

// Writing

function formatRule(rule: HoursRule): string {
  const always = rule.periods.length === 0 && rule.weekdays.length === 0 && !rule.holidays
  const [only] = rule.spans
  const allDay = rule.spans.length === 1 && only?.from === 0 && only.to === 1440
  const times = rule.spans.length === 0 ? 'off' : rule.spans.map(formatSpan).join(',')
  const body =
    always && allDay
      ? ['24/7']
      : [rule.periods.map(formatPeriod).join(','), formatWeekdays(rule), times].filter((part) => part !== '')
  return [...body, ...(rule.note === null ? [] : [`"${rule.note}"`])].join(' ')
}

function formatPeriod(period: Period): string {
  if (period.until === null) return `${formatDay(period.from)}+`
  if (period.until === period.from) return formatDay(period.from)
  return `${formatDay(period.from)}-${formatDay(period.until)}`
}

function formatDay(day: Day): string {
  return `${day.slice(0, 4)} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(8)}`
}

function formatWeekdays(rule: HoursRule): string {
  const runs: number[][] = []
  for (const weekday of rule.weekdays) {
    const run = runs.at(-1)
    if (run && run.at(-1) === weekday - 1) run.push(weekday)
    else runs.push([weekday])
  }
  const names = runs.flatMap((run) => {
    const days = run.map((weekday) => weekdayNames[weekday] ?? '')
    return days.length > 2 ? [`${days[0]}-${days.at(-1)}`] : days
  })
  return [...names, ...(rule.holidays ? ['PH'] : [])].join(',')
}

function formatSpan(span: Span): string {
  const to = span.to > 1440 && span.to - 1440 <= span.from ? span.to - 1440 : span.to
  return `${formatTime(span.from)}-${formatTime(to)}`
}

function formatTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
