/** What keeps a year of the fund from being published. */
import { findingsOf } from '../../../functions/exhibition/contract/kinds'
import { shownYear } from '../../../functions/exhibition/rules/fund'
import { aYear } from './fund-year'

const codesOf = (change: Parameters<typeof aYear>[0]) =>
  findingsOf(aYear(change)).map(({ field, code }) => `${field} ${code}`)

it('is complete with sales, prizes, what was raised and a use, each with source and day', () => {
  expect(codesOf({})).toEqual([])
  const bare = { amount: null, source: ' ', date: null }
  expect(codesOf({ sales: bare })).toEqual([
    'sales.amount amount-missing',
    'sales.source source-missing',
    'sales.date date-missing',
  ])
  expect(codesOf({ uses: [] })).toEqual(['uses uses-missing'])
  const [use] = aYear().uses
  if (!use) throw new Error('the year has no use')
  expect(codesOf({ uses: [{ ...use, ...bare, title: '' }] })).toEqual([
    'uses.0.title text-missing',
    'uses.0.amount amount-missing',
    'uses.0.source source-missing',
    'uses.0.date date-missing',
  ])
})

it('may leave out who keeps the fund and the jobs, and says where these are from if it does not', () => {
  const [none, origin] = [
    { source: '', date: null },
    { source: '决算', date: '2026-06-30' },
  ]
  const kept = { city: null, province: null, nation: null, ...none }
  expect(codesOf({ kept, jobs: { count: null, ...none } })).toEqual([])
  expect(codesOf({ jobs: { count: 5, ...none } })).toEqual([
    'jobs.source source-missing',
    'jobs.date date-missing',
  ])
  expect(codesOf({ kept: { ...kept, city: 40_00, ...origin } })).toEqual(['kept parts-missing'])
})

it('adds up: no more is won and raised than was sold, and the parts are what was raised', () => {
  const origin = { source: '决算', date: '2026-06-30' }
  expect(codesOf({ prizes: { amount: 70_01, ...origin } })).toEqual(['sales more-than-sold'])
  const kept = { city: 10_00, province: 5_00, nation: 15_01, ...origin }
  expect(codesOf({ kept })).toEqual(['kept parts-unlike-raised'])
})

it('spends no more than the city has of it without a word why', () => {
  const [use] = aYear().uses
  if (!use) throw new Error('the year has no use')
  const uses = [use, { ...use, id: 'b', amount: 3_01 }]
  expect(codesOf({ uses })).toEqual(['note overspent-without-note'])
  expect(codesOf({ uses, note: '用了上年结余。' })).toEqual([])
  // Where the city's part is not known, what was raised is the limit.
  const kept = { city: null, province: null, nation: null, source: '', date: null }
  expect(codesOf({ uses, kept })).toEqual([])
  expect(codesOf({ uses: [{ ...use, amount: 30_01 }], kept })).toEqual(['note overspent-without-note'])
})

it('is shown without what it leaves out', () => {
  expect(shownYear(aYear())).toMatchObject({ year: 2025, kept: { city: 10_00 }, jobs: { count: 905 } })
  const none = { source: '', date: null }
  const kept = { city: null, province: null, nation: null, ...none }
  expect(shownYear(aYear({ kept, jobs: { count: null, ...none } }))).toMatchObject({ kept: null, jobs: null })
})
