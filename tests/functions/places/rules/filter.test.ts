import fc from 'fast-check'
import type { PlaceSummary } from '../../../../functions/places/contract'
import { matcher, type PlaceFilter, usedWords } from '../../../../functions/places/rules/filter'
import { buildIndex } from '../../../../functions/places/rules/nearby'
import { openAnswer } from '../../../../functions/places/rules/opening'
import { givesService, rolesInForce } from '../../../../functions/places/rules/roles'
import { calendarFor } from '../../../../functions/places/service/catalogue/calendar'
import { dayOf } from '../../../../functions/shared/day'
import { buildPlace, manyPlaces } from '../../../support/samples/places'

const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const calendar = calendarFor('2026-09-28')
const filterOf = (overrides: Partial<PlaceFilter>): PlaceFilter => ({
  kinds: [],
  roles: [],
  amenities: [],
  openAt: null,
  ...overrides,
})
const accepts = (filter: Partial<PlaceFilter>, place: Partial<PlaceSummary>, now = noon('2026-11-21')) =>
  matcher(filterOf(filter), calendar, now)(buildPlace(place))
const stocked = (...list: PlaceSummary['amenities'][number]['amenity'][]) =>
  list.map((amenity) => ({ amenity, verifiedOn: null }))

test('several kinds mean any of them, for a place has only one', () => {
  expect(accepts({ kinds: ['hall', 'shelter'] }, { kind: 'shelter' })).toBe(true)
  expect(accepts({ kinds: ['hall', 'shelter'] }, { kind: 'outlet' })).toBe(false)
})

test('several roles and several amenities mean all of them', () => {
  const place = {
    roles: ['love-aid' as const, 'exemplary' as const],
    amenities: stocked('water', 'microwave'),
  }
  expect(accepts({ roles: ['love-aid', 'exemplary'], amenities: ['water', 'microwave'] }, place)).toBe(true)
  expect(accepts({ roles: ['love-aid', 'post-station'] }, place)).toBe(false)
  expect(accepts({ amenities: ['water', 'food'] }, place)).toBe(false)
})

test('a filter that asks for nothing accepts every place', () => {
  const all = matcher(filterOf({}), calendar, noon('2026-11-21'))
  expect(manyPlaces(50).every(all)).toBe(true)
})

test('a warm cabin is found from the first of November to the end of March, on the day asked for', () => {
  const found = (now: string, openAt: string | null = null) =>
    accepts(
      { roles: ['warm-cabin'], openAt: openAt === null ? null : noon(openAt) },
      { roles: ['warm-cabin'] },
      noon(now),
    )
  expect(['2026-10-31', '2026-11-01', '2027-03-31', '2027-04-01'].map((day) => found(day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(found('2026-10-20', '2026-11-20')).toBe(true)
  expect(found('2026-11-20', '2026-10-20')).toBe(false)
})

test('unknown hours are not open, and not closed either: only the filter “open” leaves them out', () => {
  expect(accepts({}, { hours: null })).toBe(true)
  expect(accepts({ openAt: noon('2026-11-21') }, { hours: null })).toBe(false)
})

test('during a market closure the filter finds the love-aid station and not the outlet', () => {
  const openAt = noon('2026-10-02')
  expect(accepts({ openAt }, {})).toBe(false)
  expect(accepts({ openAt }, { roles: ['love-aid'] })).toBe(true)
})

test('filter and badge never disagree', () => {
  const places = manyPlaces(300, 6)
  const instants = fc.integer({ min: noon('2026-09-28'), max: noon('2026-11-30') })
  fc.assert(
    fc.property(instants, (openAt) => {
      const isOpen = matcher(filterOf({ openAt }), calendar, openAt)
      for (const place of places) {
        expect(isOpen(place)).toBe(openAnswer(place, { ...calendar }, openAt).state === 'open')
      }
    }),
    { numRuns: 20 },
  )
})

describe('roles', () => {
  test('are all in force in winter, and all but the warm cabin in summer', () => {
    const place = { roles: ['love-aid' as const, 'warm-cabin' as const] }
    expect(rolesInForce(place, '2026-12-24')).toEqual(['love-aid', 'warm-cabin'])
    expect(rolesInForce(place, '2026-07-01')).toEqual(['love-aid'])
  })

  test('change at midnight in China, not in Greenwich', () => {
    const day = dayOf(Date.parse('2026-10-31T16:00:00Z'))
    expect(rolesInForce({ roles: ['warm-cabin'] }, day)).toEqual(['warm-cabin'])
  })

  test('that honour a place or sell are no service', () => {
    expect(givesService({ roles: ['exemplary', 'lottery-supermarket'] }, '2026-12-24')).toBe(false)
    expect(givesService({ roles: ['exemplary', 'parcel-point'] }, '2026-12-24')).toBe(true)
    expect(givesService({ roles: ['warm-cabin'] }, '2026-07-01')).toBe(false)
  })
})

test('the words that the places of a city have are known', () => {
  const places = [
    buildPlace({ kind: 'outlet', roles: ['love-aid'], amenities: [] }),
    buildPlace({ id: '320800-2', kind: 'hall', roles: [], amenities: [] }),
  ]
  expect([...usedWords(buildIndex(places))].sort()).toEqual(['hall', 'love-aid', 'outlet'])
})
