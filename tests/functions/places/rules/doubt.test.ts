import fc from 'fast-check'
import {
  confirmed,
  daysForDoubt,
  type Fact,
  reported,
  sourcesForDoubt,
  withDoubt,
  withoutDoubt,
} from '../../../../functions/places/rules/doubt'
import { addDays } from '../../../../functions/shared/day'
import { buildPlace } from '../../../support/samples/places'

const start = '2026-11-18'
const factAfter = (reports: readonly (readonly [source: string, daysLater: number])[]): Fact | null =>
  reports.reduce<Fact | null>((fact, [source, days]) => reported(fact, source, addDays(start, days)), null)

describe('a reported fact', () => {
  it('is doubtful from the third source within thirty days on', () => {
    expect(factAfter([['a', 0]])?.state).toBe('reported')
    expect(
      factAfter([
        ['a', 0],
        ['b', 10],
      ])?.state,
    ).toBe('reported')
    expect(
      factAfter([
        ['a', 0],
        ['b', 10],
        ['c', 29],
      ])?.state,
    ).toBe('doubtful')
    expect(
      factAfter([
        ['a', 0],
        ['b', 10],
        ['c', 30],
      ])?.state,
    ).toBe('reported')
  })

  it('does not grow doubtful by one source, however often it says so', () => {
    expect(factAfter(Array.from({ length: 50 }, (_, day) => ['a', day] as const))?.state).toBe('reported')
  })

  it('forgets sources that are older than the window', () => {
    expect(
      Object.keys(
        factAfter([
          ['a', 0],
          ['b', 30],
        ])?.sources ?? {},
      ),
    ).toEqual(['b'])
    expect(
      factAfter([
        ['a', 0],
        ['b', 30],
      ])?.first,
    ).toBe('2026-12-18')
  })

  it('stays doubtful whatever comes, and learns of no more sources', () => {
    const doubtful = factAfter([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
    const later = factAfter([
      ['a', 0],
      ['b', 0],
      ['c', 0],
      ['d', 90],
    ])
    expect(later).toEqual({ ...doubtful, count: 4, last: addDays(start, 90) })
  })

  it('is doubtful exactly if some window of thirty days has three sources', () => {
    const report = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 90 }))
    fc.assert(
      fc.property(fc.array(report, { maxLength: 12 }), (unordered) => {
        const reports = unordered.toSorted(([, a], [, b]) => a - b)
        const doubted = reports.some(([, last]) => {
          const inWindow = reports.filter(([, day]) => day <= last && day > last - daysForDoubt)
          return new Set(inWindow.map(([source]) => source)).size >= sourcesForDoubt
        })
        expect(factAfter(reports)?.state === 'doubtful').toBe(doubted)
        expect(factAfter(reports)?.count ?? 0).toBe(reports.length)
      }),
    )
  })
})

describe('the doubts of a place', () => {
  const water = { fact: 'out-of-stock', amenity: 'water' } as const

  it('are one a subject: a fact, or a fact about an amenity', () => {
    const one = withDoubt([], water, start)
    expect(one).toEqual([{ ...water, since: start }])
    expect(withDoubt(one, water, '2026-12-01')).toEqual(one)
    expect(withDoubt(one, { fact: 'out-of-stock' }, start)).toHaveLength(2)
  })

  it('go one by one', () => {
    const two = withDoubt(withDoubt([], water, start), { fact: 'out-of-stock' }, start)
    expect(withoutDoubt(two, water)).toEqual([{ fact: 'out-of-stock', since: start }])
  })

  it('leave a date behind where the fact has one', () => {
    const place = {
      ...buildPlace({
        doubts: [{ ...water, since: start }],
        amenities: [
          { amenity: 'water', verifiedOn: null },
          { amenity: 'wifi', verifiedOn: null },
        ],
      }),
      demo: false,
      updatedAt: '2026-11-18T00:00:00.000Z',
    }
    expect(confirmed(place, water, '2026-11-20')).toMatchObject({
      doubts: [],
      positionVerifiedOn: null,
      amenities: [
        { amenity: 'water', verifiedOn: '2026-11-20' },
        { amenity: 'wifi', verifiedOn: null },
      ],
    })
    expect(confirmed(place, { fact: 'gone' }, '2026-11-20')).toMatchObject({
      positionVerifiedOn: '2026-11-20',
    })
    expect(confirmed(place, { fact: 'locked' }, '2026-11-20')).toMatchObject({ positionVerifiedOn: null })
  })
})
