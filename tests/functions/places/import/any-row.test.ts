/** What holds for any row, any place and any header. */
import fc from 'fast-check'
import {
  amenities,
  type PlaceSummary,
  placeSummarySchema,
  roles,
} from '../../../../functions/places/contract'
import {
  columns,
  emptyCells,
  readHeader,
  requiredColumns,
} from '../../../../functions/places/import/row/columns'
import { idOf, readRow, writeRow } from '../../../../functions/places/import/row/row'
import { placeIdSchema } from '../../../../functions/shared/contract'
import * as z from '../../../../functions/shared/zod'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import { context, read } from './rows'

describe('any place', () => {
  /** As an import keeps it: lists in the order of the contract. */
  const draftOf = ({ doubts, ...place }: PlaceSummary) => ({
    ...place,
    roles: roles.filter((role) => place.roles.includes(role)),
    amenities: place.amenities.toSorted(
      (a, b) => amenities.indexOf(a.amenity) - amenities.indexOf(b.amenity),
    ),
    demo: false,
  })

  it('written as a row reads back as the same place', () => {
    for (const place of manyPlaces(300, 7)) {
      const draft = draftOf(place)
      const back = readRow(writeRow(draft), { ...context, districtName: (written) => written })
      const same = { ...draft, id: idOf('320800', draft) }
      expect(back).toEqual({ ok: true, value: { draft: same, unread: [], skipped: [], notices: [] } })
    }
  })

  it('keeps an amenity whose date is not known although the row has one', () => {
    const place = buildPlace({
      positionVerifiedOn: '2026-10-01',
      amenities: [
        { amenity: 'water', verifiedOn: null },
        { amenity: 'wifi', verifiedOn: '2026-10-01' },
        { amenity: 'food', verifiedOn: '2025-01-31' },
      ],
    })
    expect(writeRow(place).amenities).toBe('water@|wifi|food@2025-01-31')
    expect(readRow(writeRow(place), context)).toMatchObject({
      ok: true,
      value: { draft: { amenities: place.amenities } },
    })
  })

  it('with several numbers reads back with all of them', () => {
    const place = buildPlace({ phone: '0517-83900000', otherPhones: ['13800000000', '83900001'] })
    expect(readRow(writeRow(place), context)).toMatchObject({
      ok: true,
      value: { draft: { phone: '0517-83900000', otherPhones: ['13800000000', '83900001'] } },
    })
  })

  it('without a number keeps its id while kind, district and name stay', () => {
    const shelter = { kind: 'shelter', outletNo: null, district: '淮安', name: '工会驿站' } as const
    expect(idOf('320800', shelter)).toBe(idOf('320800', { ...shelter }))
    expect(idOf('320800', shelter)).not.toBe(idOf('320800', { ...shelter, district: '淮阴' }))
  })
})

describe('garbage', () => {
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'outlet',
      'project',
      '119.03',
      '33.6',
      'wgs84',
      'bd09',
      'gcj02',
      '24/7',
      'water',
      '2026-10-01',
      '32080290',
      '0',
    ),
    fc.double().map(String),
  )
  const anyRow = fc.tuple(...columns.map(() => anyCell)).map((cells) => {
    const row = emptyCells()
    columns.forEach((column, i) => {
      row[column] = cells[i] ?? ''
    })
    return row
  })

  it('never throws, and is either a place of the contract or has reasons', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const place = readRow(row, context)
        if (place.ok) {
          z.parse(placeSummarySchema, { ...place.value.draft, doubts: [] })
          z.parse(placeIdSchema, place.value.draft.id)
        } else expect(place.error.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('in one cell of a good row never throws and spoils no other cell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), anyCell, (column, cell) => {
        const place = read({ [column]: cell })
        if (!place.ok && column !== 'kind')
          for (const problem of place.error) expect([column, 'lng']).toContain(problem.column)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a header', () => {
  it('may have its columns in any order and in any case', () => {
    const shuffled = [...requiredColumns].reverse().map((column) => ` ${column.toUpperCase()}`)
    expect(readHeader([...shuffled, '', ''])).toEqual({ ok: true, value: [...requiredColumns].reverse() })
  })

  it('names what is missing, unknown, double and nameless', () => {
    const header = readHeader(['outletNo', 'name', 'name', 'amenitys', '', ...requiredColumns.slice(2, -1)])
    expect(header).toMatchObject({ ok: false })
    const problems = header.ok ? [] : header.error
    expect(problems).toEqual([
      expect.stringContaining('不认识的列 "amenitys"'),
      expect.stringContaining('第 5 列没有列名'),
      expect.stringContaining('列 name 出现了不止一次'),
      expect.stringContaining('缺少列 amenities'),
    ])
  })

  it('that lacks several columns says so in one line, and that it is none in another', () => {
    expect(readHeader(['outletNo', 'name', 'kind'])).toEqual({
      ok: false,
      error: [expect.stringContaining('缺少列 roles、channel、district')],
    })
    expect(readHeader(['编号', '名称', '地址'])).toEqual({
      ok: false,
      error: [expect.stringContaining('没有找到表头')],
    })
  })
})
