/** An edition is a week: the calendar that travels with a catalogue starts with it. */
import { type Day, dayMs, dayOf, mondayOf, startOfDay } from '../../../shared/day'
import type { Calendar } from '../../contract'
import { calendarFor } from './calendar'

let week = { edition: '', from: 0, until: 0 }

/** The Monday, in China, of the week that the instant lies in. Asked for with every request, so the week is kept. */
export const editionOf = (at: number): Day => {
  if (at < week.from || at >= week.until) {
    const edition = mondayOf(dayOf(at))
    week = { edition, from: startOfDay(edition), until: startOfDay(edition) + 7 * dayMs }
  }
  return week.edition
}

/** A week after an edition is over, no clock is slow enough to ask for it still. */
export const editionExpiry = (edition: Day): number => startOfDay(edition) + 14 * dayMs

let last: { edition: Day; calendar: Calendar } | null = null

/** The calendar that holds at the instant; made once a week. */
export const calendarAt = (at: number): Calendar => {
  const edition = editionOf(at)
  if (last?.edition !== edition) last = { edition, calendar: calendarFor(edition) }
  return last.calendar
}
