/**
 * What the import makes of hours means what the package `opening_hours`, the reference of OpenStreetMap, makes of the
 * same text; and the differences that docs/import.md names are the ones there are.
 */
import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { hoursCell } from '../../../../functions/places/import/hours/cell'
import { hoursOf, planOf } from '../../../../functions/places/rules/hours'
import { addDays } from '../../../../functions/shared/day'

/** Three weeks; the package has the first three days of October as China's holidays, and no days in lieu. */
const days = Array.from({ length: 21 }, (_, i) => addDays('2026-09-21', i))
const calendar = {
  from: '2026-09-21',
  until: '2026-10-11',
  days: ['2026-10-01', '2026-10-02', '2026-10-03'].map((date) => ({
    date,
    type: 'holiday' as const,
    name: '国庆节',
  })),
}
const huaian = {
  lat: 33.6,
  lon: 119,
  address: { country_code: 'cn', country: 'China', state: 'Jiangsu' },
}
/** Each half hour is looked at in its middle, away from where hours begin and end. */
const moments = days.flatMap((day) => Array.from({ length: 48 }, (_, i) => ({ day, minute: 30 * i + 15 })))

const keptOf = (text: string): string => {
  const read = hoursCell(text)
  if (!read.ok || read.value.value === null) throw new Error(`${text} is refused`)
  return read.value.value
}

/** When it is open, as `2026-09-21 615`. */
const ours = (text: string): string[] => {
  const hours = hoursOf(keptOf(text))
  if (!hours) throw new Error(`${text} was not kept`)
  const plans = new Map(
    [addDays('2026-09-21', -1), ...days].map((day) => [day, planOf(hours, calendar, day).spans]),
  )
  const covers = (day: string, minute: number) =>
    plans.get(day)?.some(({ from, to }) => from <= minute && minute < to) ?? false
  return moments.flatMap(({ day, minute }) =>
    covers(day, minute) || covers(addDays(day, -1), minute + 1440) ? [`${day} ${minute}`] : [],
  )
}

const theirs = (text: string): string[] => {
  const hours = new OpeningHours(text, huaian)
  return moments.flatMap(({ day, minute }) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    return hours.getState(new Date(year, month - 1, date, 0, minute)) ? [`${day} ${minute}`] : []
  })
}

describe('our hours and those of the package', () => {
  it.each([
    '24/7',
    '09:00-21:00',
    'Mo-Fr 08:30-12:00,13:30-21:00; Sa,Su 09:00-21:00; PH off',
    'Mo-Fr 09:00-18:00; PH,Sa 10:00-12:00',
    'Mo-Su 09:00-18:00; Sa 10:00-14:00; Su off',
    'We-Mo 10:00-20:00; Tu off',
    'Fr,Sa 18:00-02:00',
    'Mo-Fr 08:00-20:00, Sa 08:00-13:00',
    'Mo-Fr 09:00-12:00, Mo,Th 14:00-18:00',
    'Mo-Su 09:00-12:00, Sa,Su 14:00-18:00; We off',
    'Mo-Fr 08:00-12:00, Mo-Fr 14:00-17:00, Sa 09:00-10:00; PH off',
    '09:00-21:00; 2026 Sep 28-2026 Oct 02 off "装修"',
    'Monday-Friday 9:00am-5:30pm; Saturday 10am-1pm',
    'Tue-Sun 10-18',
    'Mo-Fr 7.30-12.00,13.30-17.00',
  ])('are the same for %s', (text) => {
    expect(ours(text)).toEqual(theirs(text))
  })

  const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH']
  const anyDays = fc.subarray(names, { minLength: 1 }).map((some) => some.join(','))
  const anySpan = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 3 }))
    .map(([from, length]) => {
      const at = (hour: number) => `${String(hour).padStart(2, '0')}:00`
      return `${at(from)}-${at(from + length)}`
    })
  const anyRule = fc.tuple(anyDays, fc.oneof({ weight: 5, arbitrary: anySpan }, fc.constant('off')))
  const anyText = fc
    .tuple(anyRule, fc.array(fc.tuple(fc.constantFrom('; ', ', '), anyRule), { maxLength: 3 }))
    .map(([first, more]) => [first.join(' '), ...more.map(([by, rule]) => by + rule.join(' '))].join(''))

  it('are the same for any rules that are taken word for word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = hoursCell(text)
        fc.pre(read.ok && read.value.notices.length === 0)
        // A holiday's hours beside a comma are the difference below.
        fc.pre(!(text.includes('PH') && text.includes(', ')))
        expect(ours(text)).toEqual(theirs(text))
      }),
      { numRuns: 150 },
    )
  })
})

describe('where we mean something else', () => {
  it.each([
    ['a second rule for the same days is a break', 'Mo-Fr 08:30-12:00; Mo-Fr 13:30-18:00', '2026-09-21 615'],
    ['days off stay off', 'Su off; 09:00-21:00', '2026-09-27 615'],
    ['a holiday’s hours are its own', 'Mo-Fr 09:00-12:00, PH 14:00-16:00', '2026-10-01 555'],
    ['the night before is kept', 'Fr 20:00-02:00; Sa off', '2026-09-26 75'],
  ])('%s', (_, text, moment) => {
    expect(ours(text).includes(moment)).not.toBe(theirs(text).includes(moment))
  })
})
