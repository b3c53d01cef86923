/**
 * The one answer to “can I walk in now?”. Badge, filter and API all ask here, so they can never disagree.
 *
 * The national market closures (休市) stop the selling, not the helping: an outlet that only sells is closed
 * through them; one that also serves (love-aid station, warm cabin in winter, post station, parcel point) is open
 * by its hours with `salesPaused`. Projects and shelters sell nothing and are untouched.
 * Unknown hours stay unknown, closure or not: nothing is known of that door.
 */
import { addDays, type Day, dayOf, daysBetween, minuteMs, startOfDay } from '../../shared/day'
import type { Calendar, OpenAnswer, ShownPlace } from '../contract'
import { type DayPlan, type Hours, hoursOf, planOf, specialDay } from './hours'
import { givesService, isService } from './roles'

export type OpenQuestion = Pick<ShownPlace, 'kind' | 'roles' | 'hours'>

/** Whether `place` is open at the instant `at` (ms since 1970, UTC), and until when that holds. */
export function openAnswer(place: OpenQuestion, calendar: Calendar, at: number): OpenAnswer {
  return heldAnswer(place, calendar, at).answer
}

/** An answer and the instants for which it is the same: `from` and up to, not including, `until`. */
export type HeldAnswer = { answer: OpenAnswer; from: number; until: number }

/**
 * Answers are kept while they hold: until the door's next change, and never past midnight, when another day's rules
 * and closures begin. Many places share one text of hours, and a list, its filter and its badges ask about the same
 * ones over and over; without this, a filtered search costs fifty times the search itself.
 */
export function heldAnswer(place: OpenQuestion, calendar: Calendar, at: number): HeldAnswer {
  const given = givenUnder(calendar, place.hours)
  const door = doorOf(place)
  const known = given[door]
  if (known && known.from <= at && at < known.until) return known
  const answer = decide(place, calendar, at)
  const midnight = startOfDay(addDays(dayOf(at), 1))
  const held = { answer, from: at, until: Math.min(endOf(answer), midnight) }
  given[door] = held
  return held
}

/** Whether a door is open, and the instants for which that is the same: `from` and up to, not including, `until`. */
export type HeldState = { isOpen: boolean; from: number; until: number }

/**
 * What a filter asks of hundreds of doors: the answer's `open` or not, without the search for the next opening and without
 * the words that only a badge shows. Holds until any of today's times, and never past midnight.
 */
export function heldState(place: OpenQuestion, calendar: Calendar, at: number): HeldState {
  const hours = place.hours === null ? null : hoursOf(place.hours)
  const today = dayOf(at)
  let until = startOfDay(addDays(today, 1))
  let isOpen = false
  if (hours === null) return { isOpen, from: at, until }
  const door = { place, hours, calendar }
  // No span is longer than two days, so what opened before yesterday is over.
  for (const day of [addDays(today, -1), today])
    for (const { from, to } of intervalsOf(door, day)) {
      if (from <= at && at < to) isOpen = true
      if (from > at) until = Math.min(until, from)
      if (to > at) until = Math.min(until, to)
    }
  return { isOpen, from: at, until }
}

/**
 * What of a place decides its answer beside its hours, as a small number: whether it sells, and which services keep
 * it open while the market is closed, always or in winter.
 */
export function doorOf(place: OpenQuestion): number {
  if (!sells(place)) return 0
  let door = 1
  for (const role of place.roles) {
    if (role === 'warm-cabin') door |= 2
    else if (isService(role)) door |= 4
  }
  return door
}

/** doorOf gives less than this. */
export const doorSorts = 8

/** By hours, then by door. */
type Given = Map<string | null, HeldAnswer[]>

const givenByCalendar = new WeakMap<Calendar, Given>()

function givenUnder(calendar: Calendar, hours: string | null): HeldAnswer[] {
  let given = givenByCalendar.get(calendar)
  if (!given) {
    given = new Map()
    givenByCalendar.set(calendar, given)
  }
  let ofHours = given.get(hours)
  if (!ofHours) {
    ofHours = []
    given.set(hours, ofHours)
  }
  return ofHours
}

function endOf(answer: OpenAnswer): number {
  if (answer.state === 'unknown') return Infinity
  const end = answer.state === 'open' ? answer.until : answer.opensAt
  return end === null ? Infinity : Date.parse(end)
}

function decide(place: OpenQuestion, calendar: Calendar, at: number): OpenAnswer {
  const hours = place.hours === null ? null : hoursOf(place.hours)
  if (hours === null) return { state: 'unknown' }
  const door: Door = { place, hours, calendar }
  const today = dayOf(at)
  const closesAt = endOfOpening(door, today, at)
  if (closesAt !== null) {
    const salesPaused = sells(place) && specialDay(calendar, today).marketClosure !== null
    return { state: 'open', until: closesAt === Infinity ? null : iso(closesAt), salesPaused }
  }
  const opensAt = nextOpening(door, today, at)
  const plan = planOf(hours, calendar, today)
  return { state: 'closed', opensAt: opensAt === null ? null : iso(opensAt), ...whyClosed(door, today, plan) }
}

type Door = { place: OpenQuestion; hours: Hours; calendar: Calendar }
type Interval = { from: number; to: number }

function sells(place: OpenQuestion): boolean {
  return place.kind === 'outlet' || place.kind === 'hall'
}

/** Whether the market's closure shuts this door on `day`. */
function shutByMarket({ place, calendar }: Door, day: Day): boolean {
  return sells(place) && specialDay(calendar, day).marketClosure !== null && !givesService(place, day)
}

/** When the door is open because of `day`'s spans, in ms; a span past midnight is cut where the market closes at 0:00. */
function intervalsOf(door: Door, day: Day): Interval[] {
  if (shutByMarket(door, day)) return []
  const start = startOfDay(day)
  const { spans } = planOf(door.hours, door.calendar, day)
  const latest = spans.some((span) => span.to > 1440) && shutByMarket(door, addDays(day, 1)) ? 1440 : 2880
  return spans.map(({ from, to }) => ({
    from: start + from * minuteMs,
    to: start + Math.min(to, latest) * minuteMs,
  }))
}

/** Null: closed at `at`. Infinity: stays open as far as is known. Spans that touch over midnight are one opening. */
function endOfOpening(door: Door, today: Day, at: number): number | null {
  let end: number | null = null
  const horizon = Math.max(daysBetween(today, door.calendar.until), 7)
  for (let i = -1; i <= horizon; i++) {
    for (const { from, to } of intervalsOf(door, addDays(today, i))) {
      const reaches = end === null ? from <= at && at < to : from <= end && end < to
      if (reaches) end = to
    }
    const dayEnds = startOfDay(addDays(today, i + 1))
    if (i >= 0 && (end === null || end < dayEnds)) return end
  }
  return Infinity
}

/** Null: no opening is known. */
function nextOpening(door: Door, today: Day, at: number): number | null {
  for (const day of daysWorthALook(door, today)) {
    for (const { from } of intervalsOf(door, day)) if (from > at) return from
  }
  return null
}

/**
 * Every day that the calendar knows and a week more; further on, only weekdays and the dates of the hours themselves
 * count, so whatever opens at all does so within a week of one of those dates (a closure with an end is known to end).
 */
function* daysWorthALook({ hours, calendar }: Door, today: Day): Generator<Day> {
  const horizon = Math.max(daysBetween(today, calendar.until), 0) + 7
  for (let i = 0; i <= horizon; i++) yield addDays(today, i)
  const last = addDays(today, horizon)
  const turns = hours.rules
    .flatMap(({ periods }) =>
      periods.flatMap(({ from, until }) => [from, ...(until ? [addDays(until, 1)] : [])]),
    )
    .filter((day) => day > last)
  for (const day of turns.sort()) for (let i = 0; i < 7; i++) yield addDays(day, i)
}

/** What the place itself says of the day goes before what the market says, and that before a mere holiday. */
function whyClosed(
  door: Door,
  today: Day,
  plan: DayPlan,
): Pick<Extract<OpenAnswer, { state: 'closed' }>, 'reason' | 'note'> {
  if (plan.cause === 'date' && plan.spans.length === 0) return { reason: 'special-day', note: plan.note }
  if (shutByMarket(door, today)) return { reason: 'market-closure', note: null }
  if (plan.cause === 'date') return { reason: 'special-day', note: plan.note }
  if (plan.cause === 'holiday') return { reason: 'holiday', note: plan.note }
  return { reason: 'hours', note: plan.note }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
