import fc from 'fast-check'
import {
  formatHours,
  type Hours,
  type HoursRule,
  hoursOf,
  parseHours,
  planOf,
  weekOf,
} from '../../../../functions/places/rules/hours'
import { addDays } from '../../../../functions/shared/day'
import { buildCalendar } from '../../../support/samples/places'

const read = (text: string): Hours => {
  const result = parseHours(text)
  if (!result.ok) throw new Error(`${text}: ${result.error.reason} at ${result.error.at}`)
  return result.value
}
const spansOn = (text: string, day: string, calendar = buildCalendar()) =>
  planOf(read(text), calendar, day).spans.map(({ from, to }) => `${from / 60}-${to / 60}`)

describe('the text', () => {
  test.each([
    ['24/7', '24/7'],
    ['00:00-24:00', '24/7'],
    ['09:00-21:00', '09:00-21:00'],
    ['9:00-21:00', '09:00-21:00'],
    ['Mo-Su 09:00-21:00', '09:00-21:00'],
    ['Mo-Su,PH 09:00-21:00', '09:00-21:00'],
    ['13:30-21:00, 08:30-12:00', '08:30-12:00,13:30-21:00'],
    [
      'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off',
      'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off',
    ],
    ['Mo-Fr 8:30－12:00，13:30～21:00；PH off', 'Mo-Fr 08:30-12:00,13:30-21:00; PH off'],
    ['mo-fr 08:00-18:00; ph CLOSED;', 'Mo-Fr 08:00-18:00; PH off'],
    ['We,Mo,Tu,Fr 10:00-11:00', 'Mo-We,Fr 10:00-11:00'],
    ['Fr-Mo 10:00-11:00', 'Mo,Fr-Su 10:00-11:00'],
    ['PH,Sa 10:00-11:00', 'Sa,PH 10:00-11:00'],
    ['08:30-12:00,12:00-21:00', '08:30-12:00,12:00-21:00'],
    ['20:00-02:00', '20:00-02:00'],
    ['20:00-26:00', '20:00-02:00'],
    ['08:00-08:00', '08:00-08:00'],
    ['08:00-36:00', '08:00-36:00'],
    ['08:00-00:00', '08:00-24:00'],
    ['2026 Feb 17-20 off "春节"', '2026 Feb 17-2026 Feb 20 off "春节"'],
    ['2026 Feb 17 - Mar 2 off', '2026 Feb 17-2026 Mar 02 off'],
    ['2026 Dec 30-2027 Jan 2 09:00-12:00', '2026 Dec 30-2027 Jan 02 09:00-12:00'],
    ['2026 Dec 01 09:00-12:00', '2026 Dec 01 09:00-12:00'],
    ['2026 Dec 1,2026 Dec 5 off', '2026 Dec 01,2026 Dec 05 off'],
    ['2026 Dec 01-2026 Dec 31 Mo-Fr 09:00-12:00', '2026 Dec 01-2026 Dec 31 Mo-Fr 09:00-12:00'],
    ['2026 Dec 01+ off “装修；明年见”', '2026 Dec 01+ off "装修；明年见"'],
    ['09:00-21:00 "从后门进"', '09:00-21:00 "从后门进"'],
    ['09:00-21:00 " "', '09:00-21:00'],
  ])('%s is kept as %s', (text, canonical) => {
    expect(formatHours(read(text))).toBe(canonical)
  })

  test.each([
    ['', 'empty', 0],
    ['  ', 'empty', 2],
    ['早九点到晚九点', 'expected days', 0],
    ['Mo-Fr', 'expected days', 5],
    ['Mo-Xx 09:00-12:00', 'expected a weekday', 3],
    ['Mo, 09:00-12:00', 'something is missing after the comma', 4],
    ['09:00', 'expected "-"', 5],
    ['09:00+', 'expected "-"', 5],
    ['09:00-', 'expected the closing time', 6],
    ['09:00-25', 'expected the closing time', 6],
    ['09:00-12:60', 'there is no time 12:60', 6],
    ['09:00-49:00', 'there is no time 49:00', 6],
    ['25:00-26:00', 'begins before 24:00', 5],
    ['08:00-13:00,12:00-14:00', 'overlap', 0],
    ['2026 Feb 30 off', 'there is no day 2026 Feb 30', 0],
    ['2026 Fev 3 off', 'is not a month', 0],
    ['2026 Feb 20-17 off', 'ends before it begins', 11],
    ['Feb 17 off', 'written with its year', 0],
    ['sunrise-sunset', 'expected days', 0],
    ['Mo-Fr 09:00-12:00 Sa 10:00-11:00', 'separated by ";"', 18],
    ['09:00-12:00 || 13:00-14:00', 'separated by ";"', 12],
    ['SH off', 'expected days', 0],
    ['24/7 09:00-12:00', 'separated by ";"', 5],
    [';', 'expected days', 0],
    ['09:00-12:00 "offen', 'separated by ";"', 12],
    ['09:00-12:00;'.repeat(70), 'more than 60 rules', 720],
    [`09:00-12:00 "${'长'.repeat(2_000)}"`, 'longer than 2000', 2_000],
  ])('%j is refused, with the reason and the place', (text, reason, at) => {
    expect(parseHours(text)).toEqual({ ok: false, error: { reason: expect.stringContaining(reason), at } })
  })

  test('written and read again, any hours are the same', () => {
    fc.assert(
      fc.property(anyHours, (hours) =>
        expect(parseHours(formatHours(hours))).toEqual({ ok: true, value: hours }),
      ),
    )
  })

  test('no text breaks the reader, and what it reads it can write', () => {
    const pieces = fc.constantFrom(
      ...'Mo|Su|PH|-|,|;|09:00|26:00|24/7|off|"|2026 Feb 17|+| |：|Feb|99'.split('|'),
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseHours(text)
        if (result.ok) expect(read(formatHours(result.value))).toEqual(result.value)
        else expect(result.error.at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a text that cannot be read is null to whoever trusts it', () => {
    expect(hoursOf('open late')).toBeNull()
    expect(hoursOf('09:00-21:00')).toEqual(hoursOf('09:00-21:00'))
  })
})

describe('a day', () => {
  const nationalDay = buildCalendar({
    days: [
      { date: '2026-10-01', type: 'holiday', name: '国庆节' },
      { date: '2026-10-01', type: 'market-closure', name: '国庆节休市' },
      { date: '2026-10-10', type: 'workday', name: '国庆节' },
    ],
  })

  test('belongs whole to the last rule that selects it', () => {
    const text = '09:00-21:00; Sa 10:00-12:00; 2026 Nov 21 14:00-15:00'
    expect(spansOn(text, '2026-11-20')).toEqual(['9-21'])
    expect(spansOn(text, '2026-11-28')).toEqual(['10-12'])
    expect(spansOn(text, '2026-11-21')).toEqual(['14-15'])
  })

  test('that no rule selects is a day off', () => {
    expect(spansOn('Mo-Fr 09:00-21:00', '2026-11-22')).toEqual([])
  })

  test('that is a public holiday follows PH, and without PH its weekday', () => {
    expect(spansOn('09:00-21:00; PH 10:00-16:00', '2026-10-01', nationalDay)).toEqual(['10-16'])
    expect(spansOn('09:00-21:00; PH off', '2026-10-01', nationalDay)).toEqual([])
    expect(spansOn('Mo-Fr 09:00-21:00', '2026-10-01', nationalDay)).toEqual(['9-21'])
    expect(spansOn('PH 10:00-16:00', '2026-11-19', nationalDay)).toEqual([])
  })

  test('worked in lieu of a holiday follows Monday, though it is a Saturday', () => {
    const text = 'Mo 08:00-18:00; Tu-Fr 09:00-18:00; Sa,Su 10:00-12:00'
    expect(spansOn(text, '2026-10-10', nationalDay)).toEqual(['8-18'])
    expect(spansOn(text, '2026-10-17', nationalDay)).toEqual(['10-12'])
  })

  test('is found in a period by its first and its last day, and until further notice', () => {
    const text = '09:00-21:00; 2026 Nov 20-2026 Nov 22 off; 2027 Jan 05+ off'
    const open = [
      '2026-11-19',
      '2026-11-20',
      '2026-11-22',
      '2026-11-23',
      '2027-01-04',
      '2027-01-05',
      '2031-07-01',
    ]
    expect(open.map((day) => spansOn(text, day).length)).toEqual([1, 0, 0, 1, 1, 0, 0])
  })

  test('tells why it is as it is', () => {
    const hours = read('09:00-21:00; PH off; 2026 Oct 02 off "盘点"')
    const notes = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-10'].map((day) => {
      const { cause, special, note } = planOf(hours, nationalDay, day)
      return [cause, special, note]
    })
    expect(notes).toEqual([
      ['week', false, null],
      ['holiday', true, null],
      ['date', true, '盘点'],
      ['week', true, null],
    ])
  })

  test('of the week on a page comes with what the calendar says of it', () => {
    const week = weekOf(read('09:00-21:00; PH off'), nationalDay, '2026-09-28')
    expect(week.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, i) => addDays('2026-09-28', i)))
    expect(week.map(({ spans }) => spans.length)).toEqual([1, 1, 1, 0, 1, 1, 1])
    expect(week[3]?.calendar).toEqual({ holiday: '国庆节', workday: null, marketClosure: '国庆节休市' })
  })
})

const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('2000-01-01', n))
const period = fc.tuple(day, fc.integer({ min: 0, max: 500 }), fc.boolean()).map(([from, length, open]) => ({
  from,
  until: open ? null : addDays(from, length),
}))
/** Times in ascending order, taken in twos, so that spans never overlap; the last may run past midnight. */
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 8 }).chain((times) => {
  const sorted = times.sort((a, b) => a - b)
  const pairs = Array.from({ length: sorted.length >> 1 }, (_, i) => ({
    from: sorted[2 * i] ?? 0,
    to: sorted[2 * i + 1] ?? 0,
  }))
  const last = pairs.at(-1)
  return fc
    .integer({ min: last?.to ?? 0, max: 2880 })
    .map((to) => [...pairs.slice(0, -1), ...(last ? [{ from: last.from, to }] : [])])
})
const rule: fc.Arbitrary<HoursRule> = fc.record({
  periods: fc.array(period, { maxLength: 3 }),
  weekdays: fc.uniqueArray(fc.nat(6), { maxLength: 6 }).map((list) => list.sort()),
  holidays: fc.boolean(),
  spans,
  note: fc.option(fc.stringMatching(/^[^"“”\s][^"“”]{0,20}[^"“”\s]$/)),
})
const anyHours: fc.Arbitrary<Hours> = fc.record({ rules: fc.array(rule, { minLength: 1, maxLength: 5 }) })
