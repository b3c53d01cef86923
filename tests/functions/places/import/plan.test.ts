import type { AddedName } from '../../../../functions/places/contract/added-fields'
import {
  duplicatesIn,
  foreignDatumsIn,
  lostZerosIn,
  mangledNumbersIn,
  outliersIn,
} from '../../../../functions/places/import/check/row-problems'
import { areSameFacts } from '../../../../functions/places/import/plan/facts'
import { planImport } from '../../../../functions/places/import/plan/plan'
import type { PlaceDraft, PlaceRecord } from '../../../../functions/places/rules/record'
import { buildPlace } from '../../../support/samples/places'

const draft = (overrides: Partial<PlaceDraft> = {}): PlaceDraft => {
  const { doubts, ...place } = buildPlace({ positionVerifiedOn: '2026-10-01', ...overrides })
  return { ...place, demo: false, ...overrides }
}
const existing = (place: PlaceDraft): PlaceRecord => ({
  ...place,
  doubts: [{ fact: 'locked', since: '2026-11-01' }],
  updatedAt: '2026-11-01T00:00:00.000Z',
})
const plan = (existing: PlaceRecord[], drafts: PlaceDraft[], { replace = false, erase = false } = {}) =>
  planImport(
    existing,
    drafts.map((row) => ({ draft: row, unread: [] })),
    { replace, erase },
  )

describe('a plan', () => {
  it('writes what is new or different and nothing else', () => {
    const [same, other, fresh] = [
      draft({ id: '320800-1' }),
      draft({ id: '320800-2' }),
      draft({ id: '320800-3' }),
    ]
    const renamed = { ...other, name: '改了名' }
    expect(plan([existing(same), existing(other)], [same, renamed, fresh])).toEqual({
      upserts: [renamed, fresh],
      deletes: [],
      added: 1,
      changed: 1,
      unchanged: 1,
      emptied: {},
      lost: {},
    })
  })

  it('sees no difference in the order of lists', () => {
    const place = draft({
      roles: ['warm-cabin', 'love-aid'],
      amenities: [
        { amenity: 'wifi', verifiedOn: null },
        { amenity: 'water', verifiedOn: '2026-10-01' },
      ],
    })
    const sorted = { ...place, roles: place.roles.toReversed(), amenities: place.amenities.toReversed() }
    expect(plan([existing(place)], [sorted])).toMatchObject({ upserts: [], unchanged: 1 })
  })

  it.each<[string, Partial<PlaceDraft>]>([
    ['name', { name: '别的名字' }],
    ['hours', { hours: '09:00-10:00' }],
    ['position', { lat: 33.7 }],
    ['amenities', { amenities: [{ amenity: 'wifi', verifiedOn: null }] }],
    ['roles', { roles: ['exemplary'] }],
    ['phone', { phone: '0517-00000009' }],
    ['number beside the first', { otherPhones: ['13800000000'] }],
    ['being a demonstration', { demo: true }],
    ['project', { project: { category: 'other', year: 2022, amount: 1, purpose: '改造' } }],
  ])('notices another %s', (_, change) => {
    const place = draft({ roles: ['love-aid'], amenities: [{ amenity: 'water', verifiedOn: null }] })
    expect(plan([existing(place)], [{ ...place, ...change }]).changed).toBe(1)
  })

  // Fields that are described in contract/added-fields.ts are tried in place-fields.test.ts.
  it('compares every field that a place has', () => {
    const others: Record<Exclude<keyof PlaceDraft, AddedName> | 'otherPhones', PlaceDraft> = {
      id: draft({ id: '320800-9' }),
      kind: draft({ kind: 'hall' }),
      outletNo: draft({ outletNo: '9' }),
      name: draft({ name: '别的名字' }),
      roles: draft({ roles: ['exemplary'] }),
      channel: draft({ channel: 'restaurant' }),
      district: draft({ district: '涟水' }),
      address: draft({ address: '别处' }),
      lng: draft({ lng: 120 }),
      lat: draft({ lat: 30 }),
      positionVerifiedOn: draft({ positionVerifiedOn: '2026-10-09' }),
      phone: draft({ phone: '1' }),
      otherPhones: draft({ otherPhones: ['13800000000'] }),
      hours: draft({ hours: '01:00-02:00' }),
      amenities: draft({ amenities: [{ amenity: 'food', verifiedOn: null }] }),
      project: draft({ project: { category: 'other', year: 2022, amount: 1, purpose: '改造' } }),
      demo: draft({ demo: true }),
    }
    for (const [field, other] of Object.entries(others))
      expect(`${field}: ${areSameFacts(draft(), other)}`).toBe(`${field}: ${field === 'id'}`)
  })

  describe('of a file with empty cells', () => {
    const known = existing(
      draft({ otherPhones: ['13800000000'], amenities: [{ amenity: 'water', verifiedOn: '2026-10-01' }] }),
    )
    const empty = draft({ address: '', phone: null, otherPhones: undefined, hours: null, amenities: [] })

    it('counts the facts that are known, and keeps them', () => {
      expect(plan([known], [empty])).toMatchObject({
        emptied: { address: 1, phone: 1, hours: 1, amenities: 1 },
        upserts: [],
        unchanged: 1,
      })
      expect(plan([known], [{ ...empty, name: '新名' }]).upserts).toMatchObject([
        { name: '新名', phone: known.phone, otherPhones: known.otherPhones, hours: known.hours },
      ])
    })

    it('erases them where the option is set', () => {
      const erased = plan([known], [empty], { erase: true })
      expect(erased).toMatchObject({ emptied: { phone: 1 }, upserts: [{ phone: null, hours: null }] })
      expect(erased.upserts[0]?.otherPhones).toBeUndefined()
    })

    it('keeps what a cell says that could not be read, even then', () => {
      const unread = planImport([known], [{ draft: empty, unread: ['hours'] }], {
        replace: false,
        erase: true,
      })
      expect(unread.emptied.hours).toBeUndefined()
      expect(unread.upserts).toMatchObject([{ hours: known.hours, phone: null }])
    })

    it('keeps nothing that was made up for a demonstration', () => {
      expect(plan([{ ...known, demo: true }], [empty])).toMatchObject({ emptied: {}, upserts: [empty] })
    })
  })

  describe('of a file that says less than is known', () => {
    const known = existing(
      draft({
        phone: '0517-83900000',
        otherPhones: ['13800000000', '13900000000'],
        hours: '08:00-21:00',
        roles: ['love-aid', 'exemplary'],
        amenities: [
          { amenity: 'water', verifiedOn: '2026-10-01' },
          { amenity: 'wifi', verifiedOn: null },
          { amenity: 'toilet', verifiedOn: null },
        ],
      }),
    )
    const less = draft({
      phone: '0517-83900000',
      hours: '09:00-18:00',
      roles: ['love-aid'],
      amenities: [
        { amenity: 'water', verifiedOn: '2026-10-01' },
        { amenity: 'food', verifiedOn: null },
      ],
    })

    it('counts each number, amenity and role that goes, and the hours that become others', () => {
      expect(plan([known], [less]).lost).toEqual({ phone: 2, amenities: 2, roles: 1, hours: 1 })
    })

    it('counts nothing where the file says the same in another order, more, or another number for one', () => {
      const more = {
        ...known,
        phone: '0517-83911111',
        otherPhones: ['13800000000', '13700000000'],
        roles: ['exemplary', 'warm-cabin', 'love-aid'] satisfies PlaceDraft['roles'],
        amenities: known.amenities.toReversed(),
      }
      expect(plan([known], [more]).lost).toEqual({})
    })

    it('leaves an empty cell to what is counted as emptied, and demonstration data to nobody', () => {
      const empty = { ...known, phone: null, otherPhones: undefined, amenities: [], roles: [], hours: null }
      expect(plan([known], [empty], { erase: true }).lost).toEqual({})
      expect(plan([{ ...known, demo: true }], [less]).lost).toEqual({})
    })
  })

  it('may take away a second number by naming one alone', () => {
    const two = existing(draft({ otherPhones: ['13800000000'] }))
    expect(plan([two], [draft()])).toMatchObject({ emptied: {}, changed: 1 })
    expect(plan([two], [draft()]).upserts[0]?.otherPhones).toBeUndefined()
  })

  it('keeps places that the file does not name, unless it is to replace them', () => {
    const gone = existing(draft({ id: '320800-1' }))
    const kept = draft({ id: '320800-2' })
    expect(plan([gone], [kept]).deletes).toEqual([])
    expect(plan([gone, existing(kept)], [kept], { replace: true }).deletes).toEqual(['320800-1'])
  })

  it('lets a later confirmation stand against an older file', () => {
    const seen = draft({ amenities: [{ amenity: 'water', verifiedOn: '2026-10-01' }] })
    const confirmed = existing({
      ...seen,
      positionVerifiedOn: '2026-11-10',
      amenities: [{ amenity: 'water', verifiedOn: '2026-11-11' }],
    })
    expect(plan([confirmed], [seen]).unchanged).toBe(1)
    const fresher = { ...seen, positionVerifiedOn: '2026-11-15', name: '新名' }
    expect(plan([confirmed], [fresher]).upserts).toMatchObject([
      { positionVerifiedOn: '2026-11-15', amenities: [{ amenity: 'water', verifiedOn: '2026-11-11' }] },
    ])
    const moved = { ...seen, lng: seen.lng + 0.01 }
    expect(plan([confirmed], [moved]).upserts).toMatchObject([{ positionVerifiedOn: '2026-10-01' }])
  })
})

describe('a whole file', () => {
  it('reports which row repeats which', () => {
    const rows = [
      { line: 2, id: '320800-7', outletNo: '7' },
      { line: 3, id: '320800-shelter-00000000', outletNo: null },
      { line: 5, id: '320800-7', outletNo: '7' },
      { line: 6, id: '320800-shelter-00000000', outletNo: null },
    ]
    expect(duplicatesIn(rows)).toEqual([
      { line: 5, column: 'outletNo', reason: '编号 7 与第 2 行重复' },
      { line: 6, column: 'name', reason: '与第 3 行的类别、区县和名称都相同' },
    ])
  })

  it('shows a position far from all others, and leaves a wide region alone', () => {
    const city = Array.from({ length: 20 }, (_, i) => ({ line: i + 2, lng: 119 + i / 100, lat: 33.5 }))
    expect(outliersIn(city)).toEqual([])
    expect(outliersIn([...city, { line: 30, lng: 109.03, lat: 33.6 }])).toMatchObject([
      { line: 30, column: 'lng' },
    ])
    const state = Array.from({ length: 40 }, (_, i) => ({
      line: i + 2,
      lng: -124 + i / 4,
      lat: 32.5 + i / 4,
    }))
    expect(outliersIn(state)).toEqual([])
  })

  it('asks back where a Chinese datum is given outside China', () => {
    const danville = { lng: -121.99, lat: 37.81 }
    const huaian = { lng: 119.03, lat: 33.6 }
    expect(foreignDatumsIn([{ line: 2, datum: 'bd09', ...danville }])).toMatchObject([
      { line: 2, column: 'datum' },
    ])
    expect(foreignDatumsIn([{ line: 2, datum: 'WGS84', ...danville }])).toEqual([])
    expect(foreignDatumsIn([{ line: 2, datum: 'gcj02', ...huaian }])).toEqual([])
  })

  it('asks back where software rewrote a number', () => {
    const written = ['5e+05', '32080290', 'A5E', null, '320802901234567000', '320802901234567891']
    expect(mangledNumbersIn(written.map((outletNo, i) => ({ line: i + 2, outletNo })))).toMatchObject([
      { line: 2, reason: expect.stringContaining('500000') },
      { line: 6, reason: expect.stringContaining('15 位之后都是 0') },
    ])
  })

  it('asks back where a telephone number lost its leading zero, in China', () => {
    const huaian = { lng: 119.03, lat: 33.6 }
    const lost = (phone: string, point = huaian) => lostZerosIn([{ line: 2, phone, ...point }]).length === 1
    for (const phone of [
      '51783900000',
      '517-83900000',
      '(517)83900000',
      '5433123456',
      '1065120000',
      '2583900000',
    ])
      expect(`${phone} ${lost(phone)}`).toBe(`${phone} true`)
    for (const phone of [
      '0517-83900000',
      '13800000000',
      '4008123456',
      '800-830-1234',
      '83900000',
      '95588',
      '+8651783900000',
    ])
      expect(`${phone} ${lost(phone)}`).toBe(`${phone} false`)
    expect(lost('925-820-1234', { lng: -121.99, lat: 37.81 })).toBe(false)
    const [second] = lostZerosIn([{ line: 7, phone: '13800000000', otherPhones: ['51783900000'], ...huaian }])
    expect(second).toEqual({ line: 7, column: 'phone', reason: expect.stringContaining('51783900000') })
  })
})
