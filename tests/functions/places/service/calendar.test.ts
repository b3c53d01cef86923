import { calendarSchema } from '../../../../functions/places/contract'
import { calendarFor } from '../../../../functions/places/service/catalogue/calendar'
import { addDays, mondayOf } from '../../../../functions/shared/day'

/** Every special day of a year, gathered from its editions, as `02-17 holiday 春节`. */
function yearOf(year: number): string[] {
  const seen = new Set<string>()
  for (let monday = mondayOf(`${year}-01-01`); monday <= `${year}-12-31`; monday = addDays(monday, 7)) {
    for (const { date, type, name } of calendarFor(monday).days) {
      if (date.startsWith(`${year}-`)) seen.add(`${date.slice(5)} ${type} ${name}`)
    }
  }
  return [...seen].sort()
}
const ofType = (type: string, year: number) =>
  yearOf(year).flatMap((line) => (line.split(' ')[1] === type ? [line.slice(0, 5)] : []))
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, i) => addDays(first, i).slice(5))

test('an edition covers the day before its Monday and the next ten weeks', () => {
  const calendar = calendarFor('2026-11-16')
  expect([calendar.from, calendar.until]).toEqual(['2026-11-15', '2027-01-25'])
  expect(calendarSchema.parse(calendar)).toEqual(calendar)
})

test('the days worked in lieu in 2026 are those of the State Council’s notice of 4 November 2025', () => {
  expect(ofType('workday', 2026)).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])
})

test('the holidays of 2026 are those of the same notice', () => {
  expect(ofType('holiday', 2026)).toEqual([
    ...daysFrom('2026-01-01', 3),
    ...daysFrom('2026-02-15', 9),
    ...daysFrom('2026-04-04', 3),
    ...daysFrom('2026-05-01', 5),
    ...daysFrom('2026-06-19', 3),
    ...daysFrom('2026-09-25', 3),
    ...daysFrom('2026-10-01', 7),
  ])
})

test('the lottery market closes when the Ministry of Finance has announced it', () => {
  expect(ofType('market-closure', 2025)).toEqual([
    ...daysFrom('2025-01-27', 10),
    ...daysFrom('2025-10-01', 4),
  ])
  expect(ofType('market-closure', 2026)).toEqual([
    ...daysFrom('2026-02-14', 10),
    ...daysFrom('2026-10-01', 4),
  ])
})

test('a year without a notice yet has the holidays of the law, none moved, and no market closure', () => {
  expect(yearOf(2035)).toEqual([
    '01-01 holiday 元旦',
    '02-07 holiday 春节',
    '02-08 holiday 春节',
    '02-09 holiday 春节',
    '02-10 holiday 春节',
    '04-05 holiday 清明节',
    '05-01 holiday 劳动节',
    '05-02 holiday 劳动节',
    '06-10 holiday 端午节',
    '09-16 holiday 中秋节',
    '10-01 holiday 国庆节',
    '10-02 holiday 国庆节',
    '10-03 holiday 国庆节',
  ])
})

test('a day that is a holiday and a market closure is listed as both', () => {
  const types = calendarFor('2026-09-28').days.flatMap(({ date, type }) =>
    date === '2026-10-01' ? [type] : [],
  )
  expect(types).toEqual(['holiday', 'market-closure'])
})
