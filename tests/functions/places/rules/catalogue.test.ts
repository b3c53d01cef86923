import { brotliCompressSync, constants } from 'node:zlib'
import fc from 'fast-check'
import {
  amenities,
  channels,
  kinds,
  type PlaceSummary,
  projectCategories,
  reportFacts,
  roles,
} from '../../../../functions/places/contract'
import {
  type Catalogue,
  MalformedCatalogue,
  type PackedCatalogue,
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../../functions/places/rules/catalogue'
import { carriersFor, writeCodes } from '../../../../functions/places/rules/catalogue/columns'
import { readCharacters } from '../../../../functions/places/rules/catalogue/texts'
import { pinyinOf } from '../../../../functions/places/service/catalogue/pinyin'
import { addDays } from '../../../../functions/shared/day'
import { buildCalendar, buildCatalogue, buildPlace, buildRegion } from '../../../support/samples/places'

/** As it travels: written to JSON, read, checked. */
const travel = (catalogue: Catalogue): Catalogue =>
  unpackCatalogue(packedCatalogueSchema.parse(JSON.parse(JSON.stringify(packCatalogue(catalogue)))))
const byId = (a: PlaceSummary, b: PlaceSummary) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
/** `extent` is for the server's `nearby` alone and stays there. */
const sorted = ({ region: { extent: _, ...region }, ...catalogue }: Catalogue) => ({
  ...catalogue,
  region,
  places: [...catalogue.places].sort(byId),
})
const catalogueOf = (places: PlaceSummary[]): Catalogue => ({
  region: buildRegion(places),
  calendar: buildCalendar(),
  pinyin: {},
  places,
})
const brotli = (catalogue: Catalogue) =>
  brotliCompressSync(JSON.stringify(packCatalogue(catalogue)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length

test.each([1, 20, 500])('a city of %i places arrives on the phone as it left', (n) => {
  const catalogue = buildCatalogue(n, n)
  expect(sorted(travel(catalogue))).toEqual(sorted(catalogue))
})

test('a region without places arrives too', () => {
  const catalogue = catalogueOf([])
  expect(travel(catalogue)).toEqual(catalogue)
})

test('any place arrives as it left, however odd its texts, numbers and dates', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyPlace, { maxLength: 12, selector: ({ id }) => id }), (places) => {
      const texts = places.flatMap(({ name, address }) => [name, address])
      const catalogue = { ...catalogueOf(places), pinyin: pinyinOf(texts) }
      expect(sorted(travel(catalogue))).toEqual(sorted(catalogue))
    }),
    { numRuns: 500 },
  )
})

test('a region whose figures are not what its places add up to keeps its own', () => {
  const catalogue = buildCatalogue(50)
  catalogue.region = { ...catalogue.region, centre: { lng: 119, lat: 33 } }
  expect(travel(catalogue).region).toEqual(catalogue.region)
  expect(packCatalogue(catalogue).region.figures).not.toBeNull()
  expect(packCatalogue(buildCatalogue(50)).region.figures).toBeNull()
})

test('the same places packed twice, in any order, are the same document', () => {
  const catalogue = buildCatalogue(200)
  const repeated = { ...catalogue, places: [...catalogue.places].reverse() }
  expect(travel(repeated).places.map(({ id }) => id)).toEqual(travel(catalogue).places.map(({ id }) => id))
})

test.each([
  [500, 15_000],
  [5_000, 125_000],
])('%i places with every field take at most %i bytes', (n, most) => {
  expect(brotli(buildCatalogue(n, 7))).toBeLessThanOrEqual(most)
})

describe('what is damaged is refused, never mixed up', () => {
  const whole = packCatalogue(buildCatalogue(60))
  const damage: [string, Partial<PackedCatalogue>][] = [
    ['a place too many', { count: whole.count + 1 }],
    ['a place too few', { count: whole.count - 1 }],
    ['a column cut', { steps: whole.steps.slice(0, -1) }],
    ['codes beyond a table', { kinds: { ...whole.kinds, table: whole.kinds.table.slice(1) } }],
    ['texts cut', { wording: { ...whole.wording, texts: whole.wording.texts.slice(0, -1) } }],
    ['texts of one place more', { wording: { ...whole.wording, texts: `${whole.wording.texts}  ` } }],
    [
      'a foreign letter in a text',
      { wording: { ...whole.wording, texts: `路${whole.wording.texts.slice(1)}` } },
    ],
    ['letters that are no code', { wording: { ...whole.wording, texts: `~~~${whole.wording.texts}` } }],
    ['letters behind the last text', { wording: { ...whole.wording, texts: `${whole.wording.texts}$` } }],
    ['characters cut', { wording: { ...whole.wording, characters: whole.wording.characters.slice(0, 40) } }],
    ['house numbers cut', { wording: { ...whole.wording, numbers: whole.wording.numbers.slice(0, -1) } }],
    ['a digit lost', { phones: { ...whole.phones, digits: whole.phones.digits.slice(1) } }],
    ['a digit too many', { phones: { ...whole.phones, digits: `${whole.phones.digits}0` } }],
    ['a letter among digits', { phones: { ...whole.phones, digits: `x${whole.phones.digits.slice(1)}` } }],
    ['an id lost', { numbering: { ...whole.numbering, ids: whole.numbering.ids.slice(1) } }],
    ['an id too many', { numbering: { ...whole.numbering, ids: ['a', ...whole.numbering.ids] } }],
    ['a date lost', { dates: { ...whole.dates, facts: whole.dates.facts.slice(1) } }],
    [
      'days before the calendar',
      { dates: { ...whole.dates, visits: `~~~~~~~~${whole.dates.visits}`.slice(0, -8) } },
    ],
    ['a syllable lost', { pinyin: { ...whole.pinyin, syllables: whole.pinyin.syllables.replace(' ', '') } }],
    ['a project of no place', { projects: whole.projects.map(([, project]) => [whole.count, project]) }],
    ['two projects of one place', { projects: whole.projects.map(([, project]) => [3, project]) }],
  ]

  test.each(damage)('%s', (_, broken) => {
    expect(() => unpackCatalogue({ ...whole, ...broken })).toThrow(MalformedCatalogue)
  })

  test('a letter beyond the alphabet costs that letter of that text alone', () => {
    const { characters, texts } = whole.wording
    const known = readCharacters(characters)
    const carriers = carriersFor(3 + known.length)
    const beyond = writeCodes([3 + known.length], carriers)
    const places = unpackCatalogue(whole).places
    const damaged = unpackCatalogue({ ...whole, wording: { ...whole.wording, texts: beyond + texts } }).places
    expect(damaged).toEqual(places)
  })

  test('the form is checked before: another format, kinds that are no list, a number for a column', () => {
    const forms = [
      { ...whole, format: 1 },
      { ...whole, kinds: { ...whole.kinds, table: 'casino' } },
      { ...whole, steps: 7 },
      { ...whole, dates: undefined },
      null,
      '',
    ]
    for (const form of forms) expect(packedCatalogueSchema.safeParse(form).success).toBe(false)
  })

  test('any letter changed in any column gives places that are well formed, or a refusal', () => {
    const text = JSON.stringify(whole)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...' !0aZ~'), (at, letter) => {
        let parsed: unknown
        try {
          parsed = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1))
        } catch {
          return
        }
        const checked = packedCatalogueSchema.safeParse(parsed)
        if (!checked.success) return
        try {
          const { places } = unpackCatalogue(checked.data)
          // Of a kind that is no longer one of ours the places are left out.
          expect(places.length).toBeLessThanOrEqual(checked.data.count)
          if (!checked.data.kinds.table.includes(null)) expect(places).toHaveLength(checked.data.count)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(MalformedCatalogue)
        }
      }),
      { numRuns: 500 },
    )
  })
})

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.stringMatching(/^[淮海东路与号楼室-]{0,8}[0-9]{0,12}[号室]{0,2}[0-9]{0,3}$/),
  fc.constantFrom('福彩32080290站', '32080290', '007号', '𬍛路1号', ' ', '（）'),
)
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))
const sixDecimals = (max: number) => fc.integer({ min: -max * 1e6, max: max * 1e6 }).map((n) => n / 1e6)
const phones = fc.oneof(
  fc.stringMatching(/^[0-9*+-]{0,14}$/),
  fc.constantFrom('0543-3211234', '400-800-1234', '138****1234'),
)
const anyPlace: fc.Arbitrary<PlaceSummary> = fc
  .record({
    number: fc.oneof(fc.stringMatching(/^32080[0-9]{3}$/), fc.stringMatching(/^[0-9A-Za-z-]{1,12}$/)),
    kind: fc.constantFrom(...kinds),
    numbered: fc.constantFrom('own', 'other', 'none'),
    hex: fc.stringMatching(/^[0-9a-f]{8}$/),
    name: texts,
    address: texts,
    roles: fc.subarray([...roles]),
    channel: fc.option(fc.constantFrom(...channels)),
    district: texts,
    lng: sixDecimals(180),
    lat: sixDecimals(90),
    positionVerifiedOn: fc.option(days),
    phone: fc.option(phones),
    hours: fc.option(texts),
    amenities: fc
      .subarray([...amenities])
      .chain((list) =>
        fc.tuple(
          ...list.map((amenity) => fc.record({ amenity: fc.constant(amenity), verifiedOn: fc.option(days) })),
        ),
      ),
    doubts: fc.array(fc.record({ fact: fc.constantFrom(...reportFacts), since: days }), { maxLength: 2 }),
    project: fc.option(
      fc.record({
        category: fc.constantFrom(...projectCategories),
        year: fc.integer({ min: 1987, max: 2100 }),
        amount: fc.nat(),
        purpose: texts,
      }),
    ),
  })
  .map(({ number, numbered, hex, ...place }) => {
    const outletNo = numbered === 'none' ? null : number
    const id =
      numbered === 'own'
        ? `320800-${number}`
        : `${numbered === 'other' ? '371600' : '320800'}-${place.kind}-${hex}`
    return buildPlace({ ...place, outletNo, id })
  })
