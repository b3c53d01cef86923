/** Whoever adds a field to a place finds here what else has to know of it, by the field's name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  addedColumns,
  type CellForm,
  nearbyResponseSchema,
  type PlaceSummary,
  placeResponseSchema,
  placeSummarySchema,
  searchResponseSchema,
} from '../../../functions/places/contract'
import { addedFields, addedNames, addedSchema } from '../../../functions/places/contract/added-fields'
import { areSameFacts, factOfColumn, facts, factTitle } from '../../../functions/places/import/plan/facts'
import { addedCell, writeAddedCell } from '../../../functions/places/import/row/added-cells'
import { columns } from '../../../functions/places/import/row/columns'
import { readRow, writeRow } from '../../../functions/places/import/row/row'
import {
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../functions/places/rules/catalogue'
import { featureCollection, featureCollectionSchema } from '../../../functions/places/rules/geojson'
import { placeRecordSchema } from '../../../functions/places/rules/record'
import * as z from '../../../functions/shared/zod'
import { buildCatalogue, buildPlace, buildRegion } from '../../support/samples/places'

const names = z.keyof(placeSummarySchema).options

const anyText = (longest: number) =>
  fc
    .string({ unit: fc.constantFrom(...'中国银行旁A1号楼·'), minLength: 1, maxLength: longest })
    .filter((text) => text.trim() === text)

/** A value of a field, from its description alone. */
const anyOf = (form: CellForm): fc.Arbitrary<string | boolean> => {
  switch (form.form) {
    case 'text':
      return anyText(form.longest)
    case 'yes-no':
      return fc.boolean()
    case 'word':
      return fc.constantFrom(...Object.keys(form.words))
  }
}

const anyAdded = fc
  .record({
    otherPhones: fc.uniqueArray(fc.stringMatching(/^1[3-9]\d{9}$/), { minLength: 1, maxLength: 3 }),
    ...Object.fromEntries(addedColumns.map(({ column, cell }) => [column, anyOf(cell)])),
  })
  .map((values) => z.parse(addedSchema, values))

const outletWith = (added: Partial<PlaceSummary>) =>
  buildPlace({
    roles: ['love-aid'],
    positionVerifiedOn: '2026-10-01',
    amenities: [{ amenity: 'water', verifiedOn: '2026-10-02' }],
    ...added,
  })
const outlet = outletWith(fc.sample(anyAdded, { seed: 9, numRuns: 1 })[0] ?? {})
const project = buildPlace({
  id: '320800-project-0a1b2c3d',
  kind: 'project',
  outletNo: null,
  channel: null,
  doubts: [{ fact: 'locked', since: '2026-11-03' }],
  project: { category: 'children', year: 2024, amount: 100_000, purpose: '购置护理床' },
})

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)
/** Of the outlet and the project, the one in which the field says something. */
const exampleOf = (name: keyof PlaceSummary) => (isEmpty(outlet[name]) ? project : outlet)

const catalogueOf = (places: PlaceSummary[]) => ({
  ...buildCatalogue(1),
  region: buildRegion(places),
  pinyin: {},
  places,
})
const asArrived = (places: PlaceSummary[]) => {
  const travelled: unknown = JSON.parse(JSON.stringify(packCatalogue(catalogueOf(places))))
  return unpackCatalogue(z.parse(packedCatalogueSchema, travelled)).places
}
const context = {
  ...{ adcode: '320800', today: '2026-11-16', demo: false },
  districtName: (written: string) => written,
}
const answerBeside = {
  ...{ region: '320800', datum: 'gcj02', demo: false, updatedAt: '2026-11-03T00:00:00.000Z' },
  open: { state: 'unknown' },
}

describe.each(names)('the field %s of a place', (name) => {
  const place = exampleOf(name)

  test('is filled in an example of this test', () => {
    expect(isEmpty(place[name])).toBe(false)
  })

  test('arrives on the phone with the catalogue', () => {
    const arrived = asArrived([outlet, project]).find(({ id }) => id === place.id)
    expect(arrived?.[name]).toEqual(place[name])
  })

  test('is kept in the table', () => {
    const stored = { ...place, demo: false, updatedAt: '2026-11-03T00:00:00.000Z' }
    expect(placeRecordSchema.parse(stored)[name]).toEqual(place[name])
  })

  test('is answered for the place, among the nearest and in a search', () => {
    const { open } = answerBeside
    const answers = [
      placeResponseSchema.parse({ ...place, ...answerBeside }),
      nearbyResponseSchema.parse({ datum: 'gcj02', places: [{ ...place, open, distance: 1 }] }).places[0],
      searchResponseSchema.parse({ places: [{ ...place, open }] }).places[0],
    ]
    for (const answer of answers) expect(answer?.[name]).toEqual(place[name])
  })

  test('is in the GeoJSON', () => {
    const collection = featureCollection(catalogueOf([place]), () => true)
    const [feature] = featureCollectionSchema.parse(JSON.parse(JSON.stringify(collection))).features
    const [lng, lat] = feature?.geometry.coordinates ?? []
    const shown: Record<string, unknown> = { ...feature?.properties, id: feature?.id, lng, lat }
    if (name === 'lng' || name === 'lat') expect(shown[name]).toBeCloseTo(place[name], 1)
    else expect(shown[name]).toEqual(place[name])
  })
})

/** What an import does not say of a place. */
const notImported: readonly string[] = ['id', 'doubts']

describe.each(names.filter((name) => !notImported.includes(name)))(
  'the field %s in a places file',
  (name) => {
    const place = exampleOf(name)

    test('is written to a row and read from it', () => {
      const read = readRow(writeRow(place), context)
      expect(read.ok && read.value.draft).toMatchObject({ [name]: place[name] })
    })

    test('makes a difference when an import compares', () => {
      const draft = { ...place, demo: false }
      expect(areSameFacts(draft, { ...draft })).toBe(true)
      expect(areSameFacts(draft, { ...draft, ...{ [name]: undefined } })).toBe(false)
    })

    test('has a Chinese name', () => {
      const fact = facts.find((one) => one === name)
      expect(fact && factTitle(fact)).toMatch(/^[\u4e00-\u9fff]+$/)
    })
  },
)

describe('the fields that were added', () => {
  test('come back from the packed catalogue and from a row, whatever they hold', () => {
    fc.assert(
      fc.property(anyAdded, (added) => {
        const place = outletWith(added)
        expect(asArrived([place])).toEqual([place])
        const read = readRow(writeRow(place), context)
        expect(read.ok && read.value.draft).toMatchObject(added)
      }),
    )
  })

  test.each(addedNames)('%s is absent where nothing is known', (name) => {
    expect(name in buildPlace()).toBe(false)
    expect(packCatalogue(catalogueOf([buildPlace()])).optional).toEqual({})
  })

  test.each(addedNames)('%s that a client cannot read costs the place nothing else', (name) => {
    const answer = { ...outlet, ...answerBeside, [name]: { from: 'the future' } }
    expect(placeResponseSchema.parse(answer)).toMatchObject({ id: outlet.id, [name]: undefined })
  })

  test.each(addedNames)('%s has a column of its own, or is part of a field that has one', (name) => {
    const field: object = addedFields[name]
    const own = columns.filter((column) => String(column) === name)
    expect(own).toHaveLength('partOf' in field ? 0 : 1)
    for (const column of own) expect(factOfColumn(column)).toBe(name)
  })
})

describe.each<[string, CellForm]>([
  ['text', { form: 'text', longest: 20 }],
  ['yes or no', { form: 'yes-no' }],
  ['one word of a list', { form: 'word', words: { ramp: '坡道', lift: '电梯' } }],
])('a cell that holds %s', (_, form) => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyOf(form), (value) => {
        expect(addedCell(form, '设施')(writeAddedCell(form, value))).toEqual({ ok: true, value })
      }),
    )
  })

  test('holds nothing where it is empty', () => {
    expect(addedCell(form, '设施')(' ')).toEqual({ ok: true, value: null })
    expect(writeAddedCell(form, undefined)).toBe('')
  })
})

test.each<[string, CellForm, string]>([
  ['a text too long', { form: 'text', longest: 3 }, '中国银行'],
  ['neither yes nor no', { form: 'yes-no' }, '大概'],
  ['a word that is not in the list', { form: 'word', words: { ramp: '坡道' } }, 'stairs'],
])('%s is refused', (_, form, cell) => {
  expect(addedCell(form, '设施')(cell).ok).toBe(false)
})

test.each(['有', '是', 'YES'])('%s means yes', (cell) => {
  expect(addedCell({ form: 'yes-no' }, '设施')(cell)).toEqual({ ok: true, value: true })
})

describe('the page for whoever writes a places file (docs/import.md)', () => {
  const page = readFileSync(join(__dirname, '../../../docs/import.md'), 'utf8')

  test.each(columns)('describes the column %s', (column) => {
    expect(page).toContain(`\`${column}\``)
  })
})
