import fc from 'fast-check'
import {
  addDays,
  dayMs,
  dayOf,
  daysBetween,
  minutesOf,
  mondayOf,
  startOfDay,
  weekdayOf,
} from '../../../functions/shared/day'

const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2100-01-01') })
const days = instants.map(dayOf)

test.each([
  ['2026-11-21T15:59:59Z', '2026-11-21', 23 * 60 + 59],
  ['2026-11-21T16:00:00Z', '2026-11-22', 0],
  ['2026-12-31T16:00:00Z', '2027-01-01', 0],
  ['2024-02-28T16:00:00Z', '2024-02-29', 0],
  ['1969-12-31T23:59:00Z', '1970-01-01', 7 * 60 + 59],
])('%s is %s in Shanghai, %i minutes after midnight', (instant, day, minutes) => {
  const at = Date.parse(instant)
  expect([dayOf(at), minutesOf(at)]).toEqual([day, minutes])
})

test.each([
  ['2026-11-16', 0],
  ['2026-11-22', 6],
  ['1970-01-01', 3],
  ['1969-12-29', 0],
])('%s is weekday %i', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday)
})

test('an instant lies in the day it is of, as many minutes after its start as it says', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const sinceStart = at - startOfDay(dayOf(at))
      expect(sinceStart).toBeGreaterThanOrEqual(0)
      expect(sinceStart).toBeLessThan(dayMs)
      expect(minutesOf(at)).toBe(Math.floor(sinceStart / 60_000))
    }),
  )
})

test('going forth and back by days ends where it began, over months, years and leap days', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
      expect(addDays(addDays(day, n), -n)).toBe(day)
      expect(daysBetween(day, addDays(day, n))).toBe(n)
      expect(weekdayOf(addDays(day, 7 * n))).toBe(weekdayOf(day))
    }),
  )
})

test('days compare as text as they do in time', () => {
  fc.assert(fc.property(days, days, (a, b) => expect(a < b).toBe(startOfDay(a) < startOfDay(b))))
})

test('the Monday of a week is a Monday, at most six days back', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(weekdayOf(mondayOf(day))).toBe(0)
      expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day))
    }),
  )
})
