import fc from 'fast-check'
import type { Calendar, OpenAnswer, PlaceSummary } from '../../../../functions/places/contract'
import { heldState, openAnswer } from '../../../../functions/places/rules/opening'
import { calendarFor } from '../../../../functions/places/service/catalogue/calendar'
import { addDays, dayMs } from '../../../../functions/shared/day'
import { buildCalendar, buildPlace, manyPlaces } from '../../../support/samples/places'

const plain = buildCalendar()
const nationalDay = calendarFor('2026-09-28')

/** Times in China, and answers in words: `open until 11-21 21:00`. */
const china = (time: string) => Date.parse(`${time}:00+08:00`)
const short = (iso: string | null) =>
  iso === null ? '?' : new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
const inWords = (answer: OpenAnswer) => {
  if (answer.state === 'unknown') return 'unknown'
  if (answer.state === 'open')
    return `open until ${short(answer.until)}${answer.salesPaused ? ', no sales' : ''}`
  return `closed until ${short(answer.opensAt)}, ${answer.reason}${answer.note === null ? '' : ` (${answer.note})`}`
}
const ask = (place: Partial<PlaceSummary>, time: string, calendar: Calendar = plain) =>
  inWords(openAnswer(buildPlace(place), calendar, china(time)))

describe('hours of the week', () => {
  test.each([
    ['09:00-21:00', '2026-11-21T09:00', 'open until 11-21 21:00'],
    ['09:00-21:00', '2026-11-21T20:59', 'open until 11-21 21:00'],
    ['09:00-21:00', '2026-11-21T21:00', 'closed until 11-22 09:00, hours'],
    ['09:00-21:00', '2026-11-21T08:59', 'closed until 11-21 09:00, hours'],
    ['08:30-12:00,13:30-21:00', '2026-11-21T12:15', 'closed until 11-21 13:30, hours'],
    ['08:30-12:00,12:00-21:00', '2026-11-21T11:00', 'open until 11-21 21:00'],
    ['Mo-Fr 09:00-18:00', '2026-11-20T18:00', 'closed until 11-23 09:00, hours'],
    ['24/7', '2026-11-21T03:00', 'open until ?'],
    ['00:00-24:00; Su off', '2026-11-20T03:00', 'open until 11-22 00:00'],
    ['off', '2026-11-20T03:00', 'closed until ?, hours'],
  ])('%s at %s: %s', (hours, time, answer) => {
    expect(ask({ hours }, time)).toBe(answer)
  })
})

describe('spans past midnight', () => {
  test.each([
    ['20:00-02:00', '2026-11-21T23:00', 'open until 11-22 02:00'],
    ['20:00-02:00', '2026-11-22T01:59', 'open until 11-22 02:00'],
    ['20:00-02:00', '2026-11-22T02:00', 'closed until 11-22 20:00, hours'],
    ['Mo 08:00-08:00', '2026-11-24T07:00', 'open until 11-24 08:00'],
    ['Su 20:00-02:00', '2026-11-23T01:00', 'open until 11-23 02:00'],
    ['Su 20:00-02:00', '2026-11-22T01:00', 'closed until 11-22 20:00, hours'],
    ['Fr 20:00-26:00; Sa off', '2026-11-21T01:00', 'open until 11-21 02:00'],
    ['20:00-02:00; 2026 Nov 22 off', '2026-11-22T01:00', 'open until 11-22 02:00'],
    ['20:00-02:00; 2026 Nov 22 off', '2026-11-23T01:00', 'closed until 11-23 20:00, hours'],
    ['18:00-09:00,09:00-18:00', '2026-11-21T10:00', 'open until ?'],
    ['2026 Dec 31 20:00-02:00', '2027-01-01T01:00', 'open until 01-01 02:00'],
  ])('%s at %s: %s', (hours, time, answer) => {
    expect(ask({ hours }, time)).toBe(answer)
  })
})

describe('closures with a date', () => {
  test.each([
    [
      '09:00-21:00; 2026 Nov 20-2026 Dec 05 off "装修"',
      '2026-11-25T10:00',
      'closed until 12-06 09:00, special-day (装修)',
    ],
    [
      '09:00-21:00; 2026 Nov 20-2027 Jun 30 off "装修"',
      '2026-11-25T10:00',
      'closed until 07-01 09:00, special-day (装修)',
    ],
    [
      'Mo 09:00-21:00; 2026 Nov 20-2099 Dec 31 off',
      '2026-11-25T10:00',
      'closed until 01-04 09:00, special-day',
    ],
    ['09:00-21:00; 2026 Nov 20+ off "停业"', '2026-11-25T10:00', 'closed until ?, special-day (停业)'],
    [
      '09:00-21:00; 2026 Dec 01 09:00-12:00 "盘点"',
      '2026-12-01T15:00',
      'closed until 12-02 09:00, special-day (盘点)',
    ],
    ['2030 Mar 04+ Mo 09:00-12:00', '2026-12-01T15:00', 'closed until 03-04 09:00, hours'],
    ['24/7; 2026 Dec 01 off', '2026-11-30T15:00', 'open until 12-01 00:00'],
  ])('%s at %s: %s', (hours, time, answer) => {
    expect(ask({ hours }, time)).toBe(answer)
  })
})

describe('public holidays of 2026', () => {
  const shelter = (hours: string) => ({ kind: 'shelter' as const, hours })
  test.each([
    ['Mo-Fr 09:00-18:00; PH off', '2026-09-30T19:00', 'closed until 10-08 09:00, hours'],
    ['Mo-Fr 09:00-18:00; PH off', '2026-10-01T10:00', 'closed until 10-08 09:00, holiday'],
    ['09:00-18:00; PH 10:00-16:00', '2026-10-01T09:30', 'closed until 10-01 10:00, holiday'],
    ['09:00-18:00; PH 10:00-16:00', '2026-10-01T10:00', 'open until 10-01 16:00'],
    ['Mo-Fr 09:00-18:00', '2026-10-01T10:00', 'open until 10-01 18:00'],
    ['Mo-Fr 09:00-18:00', '2026-10-10T10:00', 'open until 10-10 18:00'],
    ['Mo-Fr 09:00-18:00', '2026-10-09T18:00', 'closed until 10-10 09:00, hours'],
    ['Sa 20:00-02:00; PH off', '2026-10-04T01:00', 'closed until 10-17 20:00, holiday'],
  ])('%s at %s: %s', (hours, time, answer) => {
    expect(ask(shelter(hours), time, nationalDay)).toBe(answer)
  })
})

describe('the market closure of National Day 2026', () => {
  const hours = '09:00-21:00'
  const paused = 'open until 10-02 21:00, no sales'
  test.each<[string, Partial<PlaceSummary>, string, string]>([
    ['an outlet that only sells', { hours }, '2026-10-02T10:00', 'closed until 10-05 09:00, market-closure'],
    [
      'a hall that only sells',
      { hours, kind: 'hall' },
      '2026-10-02T10:00',
      'closed until 10-05 09:00, market-closure',
    ],
    [
      'an exemplary outlet',
      { hours, roles: ['exemplary'] },
      '2026-10-02T10:00',
      'closed until 10-05 09:00, market-closure',
    ],
    ['a love-aid station', { hours, roles: ['love-aid'] }, '2026-10-02T10:00', paused],
    ['a post station', { hours, roles: ['post-station'] }, '2026-10-02T10:00', paused],
    ['a parcel point', { hours, roles: ['parcel-point'] }, '2026-10-02T10:00', paused],
    [
      'a love-aid station at night',
      { hours, roles: ['love-aid'] },
      '2026-10-02T22:00',
      'closed until 10-03 09:00, hours',
    ],
    [
      'a warm cabin, in autumn',
      { hours, roles: ['warm-cabin'] },
      '2026-10-02T10:00',
      'closed until 10-05 09:00, market-closure',
    ],
    ['a shelter', { hours, kind: 'shelter' }, '2026-10-02T10:00', 'open until 10-02 21:00'],
    ['a project', { hours, kind: 'project' }, '2026-10-02T10:00', 'open until 10-02 21:00'],
    ['unknown hours', { hours: null }, '2026-10-02T10:00', 'unknown'],
    ['the evening before', { hours }, '2026-09-30T21:30', 'closed until 10-05 09:00, hours'],
    ['a night that would last', { hours: '20:00-02:00' }, '2026-09-30T23:00', 'open until 10-01 00:00'],
    [
      'a night that would last, with aid',
      { hours: '20:00-02:00', roles: ['love-aid'] },
      '2026-09-30T23:00',
      'open until 10-01 02:00',
    ],
    ['round the clock before it', { hours: '24/7' }, '2026-09-30T23:00', 'open until 10-01 00:00'],
    [
      'round the clock in it',
      { hours: '24/7' },
      '2026-10-04T23:59',
      'closed until 10-05 00:00, market-closure',
    ],
    ['round the clock after it', { hours: '24/7' }, '2026-10-05T00:00', 'open until ?'],
    [
      'renovation meanwhile',
      { hours: `${hours}; 2026 Oct 01-2026 Oct 06 off "装修"` },
      '2026-10-02T10:00',
      'closed until 10-07 09:00, special-day (装修)',
    ],
    [
      'holidays off too',
      { hours: `${hours}; PH off` },
      '2026-10-02T10:00',
      'closed until 10-08 09:00, market-closure',
    ],
    [
      'holidays off, after the closure',
      { hours: `${hours}; PH off` },
      '2026-10-06T10:00',
      'closed until 10-08 09:00, holiday',
    ],
  ])('%s', (_, place, time, answer) => {
    expect(ask(place, time, nationalDay)).toBe(answer)
  })

  test('of the Spring Festival leaves a warm cabin open, for it is winter', () => {
    const spring = calendarFor('2026-02-09')
    expect(ask({ roles: ['warm-cabin'] }, '2026-02-16T10:00', spring)).toBe(
      'open until 02-16 21:00, no sales',
    )
    expect(ask({}, '2026-02-16T10:00', spring)).toBe('closed until 02-24 09:00, market-closure')
  })
})

describe('the edges of what is known', () => {
  test('hours that nobody knows, or nobody can read, are unknown', () => {
    expect(ask({ hours: null }, '2026-11-21T10:00')).toBe('unknown')
    expect(ask({ hours: 'open late' }, '2026-11-21T10:00')).toBe('unknown')
  })

  test('the last day of the calendar leads into plain days', () => {
    expect(ask({ hours: '20:00-02:00' }, `${plain.until}T23:00`)).toBe('open until 01-26 02:00')
    expect(ask({ hours: 'We 09:00-12:00' }, `${plain.until}T23:00`)).toBe('closed until 01-27 09:00, hours')
  })

  test('a catalogue grown old, months after its calendar, still answers by the week', () => {
    expect(ask({ hours: 'Mo-Fr 09:00-18:00' }, '2027-10-01T10:00')).toBe('open until 10-01 18:00')
    expect(ask({ hours: 'Mo-Fr 09:00-18:00' }, '2027-10-02T10:00')).toBe('closed until 10-04 09:00, hours')
    expect(ask({ hours: '24/7' }, '2027-10-01T10:00')).toBe('open until ?')
  })

  test('the turn of the year is a night like any other, and New Year’s Day a holiday', () => {
    const newYear = calendarFor('2026-12-28')
    expect(ask({ hours: '09:00-21:00' }, '2026-12-31T22:00', newYear)).toBe('closed until 01-01 09:00, hours')
    expect(ask({ hours: '09:00-21:00; PH off' }, '2026-12-31T22:00', newYear)).toBe(
      'closed until 01-02 09:00, hours',
    )
  })
})

describe('for any place at any time', () => {
  const places = manyPlaces(400, 5)
  const calendar = calendarFor('2026-09-21')
  const begin = china('2026-09-21T00:00')
  const minutes = fc.integer({ min: 0, max: 70 * 24 * 60 }).map((n) => begin + n * 60_000)
  const anyPlace = fc.constantFrom(...places)

  test('an answer holds until the instant it names, and then changes', () => {
    fc.assert(
      fc.property(
        anyPlace,
        minutes,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (place, at, share) => {
          const answer = openAnswer(place, calendar, at)
          if (answer.state === 'unknown') return
          const turn = answer.state === 'open' ? answer.until : answer.opensAt
          if (turn === null) return
          const turnsAt = Date.parse(turn)
          const between = at + Math.floor((share * (turnsAt - at)) / 60_000) * 60_000
          expect(turnsAt).toBeGreaterThan(at)
          expect(openAnswer(place, calendar, between).state).toBe(answer.state)
          expect(openAnswer(place, calendar, turnsAt - 1).state).toBe(answer.state)
          expect(openAnswer(place, calendar, turnsAt).state).not.toBe(answer.state)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('the filter “open” and the badge agree for as long as an answer holds', () => {
    const hours = fc.constantFrom(
      null,
      '24/7',
      '08:30-12:00,13:30-21:00',
      '20:00-02:00',
      'Fr-Mo 20:00-26:00; PH off',
      'Mo-Fr 09:00-24:00',
      '2026 Oct 01-2026 Oct 08 off; 09:00-21:00',
      'no hours at all',
    )
    fc.assert(
      fc.property(
        anyPlace,
        fc.option(hours, { nil: 'own' }),
        minutes,
        fc.nat(999),
        (one, text, at, share) => {
          const place = text === 'own' ? one : { ...one, hours: text }
          const { isOpen, from, until } = heldState(place, calendar, at)
          const between = from + Math.floor(((until - from) * share) / 1000)
          expect(openAnswer(place, { ...calendar }, between).state === 'open').toBe(isOpen)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a longer calendar changes nothing within the weeks of the shorter', () => {
    const longer = { ...calendar, until: addDays(calendar.until, 30) }
    fc.assert(
      fc.property(anyPlace, minutes, (place, at) => {
        const [a, b] = [openAnswer(place, calendar, at), openAnswer(place, longer, at)]
        expect(a.state).toBe(b.state)
      }),
    )
  })

  test('aid never closes with the market: with a service role no answer names it', () => {
    fc.assert(
      fc.property(anyPlace, minutes, (place, at) => {
        const answer = openAnswer({ ...place, roles: [...place.roles, 'love-aid'] }, calendar, at)
        expect(answer).not.toHaveProperty('reason', 'market-closure')
      }),
    )
  })

  test('a day later on a plain week, plain hours answer alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 6 }), (minute, days) => {
        const at = china('2026-11-23T00:00') + minute * 60_000
        const answers = [at, at + days * dayMs].map(
          (time) => openAnswer(buildPlace({ hours: '08:30-12:00,20:00-02:00' }), plain, time).state,
        )
        expect(answers[0]).toBe(answers[1])
      }),
    )
  })
})
