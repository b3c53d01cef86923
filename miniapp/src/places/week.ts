/** The week of a place as the place page shows it: today in one line, the rest folded. Pure. */
import { addDays, type Day, dayOf } from '@common/day'
import type { Calendar, ShownPlace } from '@contract/places'
import { hoursOf, type Span, type WeekRow, weekOf } from '@functions/places/rules/hours'
import { givesService } from '@functions/places/rules/roles'
import { clockOfMinutes, monthDay, weekdayName } from '@/shared/time/days'

/** `label` is `今天 周五` or `周一至周四`; `special` days differ from the plain week and say why in `note`. */
export type WeekLine = { key: string; label: string; text: string; note: string | null; special: boolean }

export type Week = { today: WeekLine; rest: WeekLine[] }

type Dated = Pick<ShownPlace, 'kind' | 'roles' | 'hours'>

/** Today and the six days after it, equal neighbours in one line; null where the hours are unknown. */
export function weekLines(place: Dated, calendar: Calendar, now: number): Week | null {
  const hours = place.hours === null ? null : hoursOf(place.hours)
  if (hours === null) return null
  const today = dayOf(now)
  const [first, ...rest] = weekOf(hours, calendar, today).map((row) => dayText(row, place))
  if (!first) return null
  const line = { ...lineOf(first, first.day, today), label: `今天 ${weekdayName(first.day)}` }
  return { today: line, rest: folded(rest, today) }
}

type DayText = { day: Day; text: string; note: string | null; special: boolean }

/** A market closure shuts what only sells; where people are served it merely pauses the selling. */
function dayText({ day, spans, note, special, calendar }: WeekRow, place: Dated): DayText {
  const sells = place.kind === 'outlet' || place.kind === 'hall'
  const said = note ?? calendar.holiday ?? (calendar.workday && '调休上班')
  if (!sells || calendar.marketClosure === null) return { day, text: spansText(spans), note: said, special }
  if (!givesService(place, day)) return { day, text: '休市', note: calendar.marketClosure, special: true }
  return { day, text: spansText(spans), note: '休市，服务照常', special: true }
}

function folded(days: DayText[], today: Day): WeekLine[] {
  const lines: WeekLine[] = []
  let start = 0
  for (let i = 1; i <= days.length; i++) {
    const from = days[start]
    const next = days[i]
    if (!from || (next && sameHours(from, next))) continue
    lines.push(lineOf(from, days[i - 1]?.day ?? from.day, today))
    start = i
  }
  return lines
}

function sameHours(a: DayText, b: DayText): boolean {
  return a.text === b.text && a.note === b.note && a.special === b.special
}

function lineOf(first: DayText, last: Day, today: Day): WeekLine {
  return {
    key: first.day,
    label: first.day === last ? dayLabel(first, today) : `${weekdayName(first.day)}至${weekdayName(last)}`,
    text: first.text,
    note: first.note,
    special: first.special,
  }
}

function dayLabel(day: DayText, today: Day): string {
  const name = day.day === addDays(today, 1) ? `明天 ${weekdayName(day.day)}` : weekdayName(day.day)
  return day.special ? `${name}（${monthDay(day.day)}）` : name
}

/** `08:30–12:00，13:30–21:00`; `休息` without any; `全天` for the whole day; `20:00–次日 02:00` past midnight. */
export function spansText(spans: readonly Span[]): string {
  if (spans.length === 0) return '休息'
  return spans.map(spanText).join('，')
}

function spanText({ from, to }: Span): string {
  if (from === 0 && to === 1440) return '全天'
  if (to === 1440) return `${clockOfMinutes(from)}–24:00`
  return `${clockOfMinutes(from)}–${to > 1440 ? '次日 ' : ''}${clockOfMinutes(to)}`
}
