import { type PlaceSummary, regionsResponseSchema } from '../../../../functions/places/contract'
import {
  type Catalogue,
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../../functions/places/rules/catalogue'
import { buildCatalogue, buildPlace, buildRegion } from '../../../support/samples/places'
import before from '../fixtures/document-8a85432.json'
import { readCatalogue, readRegions } from '../fixtures/reader-8a85432.cjs'

const contact = {
  name: '淮安市福利彩票发行中心',
  phones: ['0517-83900000'],
  address: '淮海东路1号',
  hours: 'Mo-Fr 09:00-17:00',
  position: { lng: 119.02, lat: 33.6 },
}

/** Every optional column and property is filled. */
function fullCatalogue(): Catalogue {
  const catalogue = buildCatalogue(40, 5)
  return {
    ...catalogue,
    region: { ...catalogue.region, contact },
    places: catalogue.places.map((place, i) =>
      i % 7 === 0 ? { ...place, otherPhones: ['13800000000', `0517-8390000${i % 10}`] } : place,
    ),
  }
}

const travelled = (packed: unknown): unknown => JSON.parse(JSON.stringify(packed))
const read = (document: unknown): Catalogue =>
  unpackCatalogue(packedCatalogueSchema.parse(travelled(document)))
const byId = (a: PlaceSummary, b: PlaceSummary) => (a.id < b.id ? -1 : 1)
const sorted = (catalogue: Catalogue | null) =>
  catalogue && { ...catalogue, places: [...catalogue.places].sort(byId) }

/** As a build knows it that has never heard of the optional fields. */
function withoutOptional(catalogue: Catalogue): Catalogue {
  const { contact: _, ...region } = catalogue.region
  return { ...catalogue, region, places: catalogue.places.map(({ otherPhones: _, ...place }) => place) }
}

describe('the catalogue takes optional columns with its format unchanged', () => {
  test('what they hold arrives', () => {
    const catalogue = fullCatalogue()
    expect(sorted(read(packCatalogue(catalogue)))).toEqual(sorted(catalogue))
  })

  test('the previous build reads the document with all of them filled, and loses nothing it knew', () => {
    const catalogue = fullCatalogue()
    const seen = readCatalogue(travelled(packCatalogue(catalogue)))
    expect(sorted(seen)).toEqual(sorted(withoutOptional(catalogue)))
  })

  test('the previous build reads the regions with all of them filled', () => {
    const region = fullCatalogue().region
    const { contact: _, ...known } = region
    expect(readRegions(travelled({ regions: [region] }))).toEqual([known])
  })

  test('this build reads a document without them', () => {
    const { places, ...rest } = read(before.packed)
    const { places: were, ...restWas } = before.catalogue
    expect({ ...rest, places: new Map(places.map((place) => [place.id, place])) }).toEqual({
      ...restWas,
      places: new Map(were.map((place) => [place.id, place])),
    })
  })

  test('a city that has none of it spends nothing on it', () => {
    expect(packCatalogue(buildCatalogue(5)).optional).toEqual({})
  })
})

describe('what is unknown or broken in it costs itself alone', () => {
  const catalogue = fullCatalogue()
  const whole = packCatalogue(catalogue)

  test.each<[string, unknown]>([
    ['a column nobody here has heard of', { ...whole.optional, shoeSize: 'Zx!' }],
    ['one of its values is of another shape', withEntry([2, 7])],
    ['one of its values belongs to no place', withEntry([4000, ['123']])],
    ['a position that is none', withEntry([-1, ['123']])],
  ])('%s: all the places are there', (_, optional) => {
    expect(read({ ...whole, optional }).places).toHaveLength(catalogue.places.length)
  })

  test.each<[string, unknown]>([
    ['a text', 'x'],
    ['nothing', null],
    ['a column that is no list', { otherPhones: 'x' }],
    ['a column whose entries are none', { otherPhones: [[1, ['1']], 'x'] }],
  ])('%s where the columns stand: the places are there, without what it would have said', (_, optional) => {
    const { contact, ...region } = catalogue.region
    const expected = { ...withoutOptional(catalogue), region: { ...region, contact } }
    expect(sorted(read({ ...whole, optional }))).toEqual(sorted(expected))
  })

  test('a contact that cannot be read leaves the region as it is without one', () => {
    const { contact: _, ...region } = catalogue.region
    expect(read({ ...whole, region: { ...whole.region, contact: { phones: 7 } } }).region).toEqual(region)
  })

  function withEntry(entry: unknown): unknown {
    const { otherPhones } = whole.optional
    return { otherPhones: Array.isArray(otherPhones) ? [...otherPhones, entry] : [] }
  }
})

describe('words that a later server knows and this build does not are left out one at a time', () => {
  const plain = buildPlace({
    roles: ['love-aid', 'exemplary'],
    amenities: [
      { amenity: 'water', verifiedOn: '2026-11-01' },
      { amenity: 'toilet', verifiedOn: '2026-11-02' },
      { amenity: 'wifi', verifiedOn: null },
    ],
    doubts: [{ fact: 'locked', since: '2026-11-03' }],
  })
  const other = buildPlace({ outletNo: '32080291', id: '320800-32080291', channel: 'mall' })
  const project = buildPlace({
    id: '320800-project-0a1b2c3d',
    kind: 'project',
    outletNo: null,
    project: { category: 'children', year: 2024, amount: 100_000, purpose: '购置护理床' },
  })
  const places = [plain, other, project]
  const document = JSON.stringify(
    packCatalogue({ ...buildCatalogue(1), region: buildRegion(places), pinyin: {}, places }),
  )
  /** Every occurrence of the word is one from the future. */
  const later = (word: string): PlaceSummary[] =>
    sorted(read(JSON.parse(document.replaceAll(`"${word}"`, `"future-${word}"`))))?.places ?? []

  test.each<[string, string, readonly PlaceSummary[]]>([
    ['a role', 'exemplary', [{ ...plain, roles: ['love-aid'] }, other, project]],
    [
      'an amenity, and the dates of the others stay theirs',
      'water',
      [{ ...plain, amenities: plain.amenities.slice(1) }, other, project],
    ],
    ['a channel', 'mall', [plain, { ...other, channel: null }, project]],
    ['a doubt', 'locked', [{ ...plain, doubts: [] }, other, project]],
    ['a kind of place', 'project', [plain, other]],
  ])('%s', (_, word, expected) => {
    expect(later(word)).toEqual([...expected].sort(byId))
  })

  test('a kind of project is one of the others', () => {
    expect(later('children').map((place) => place.project?.category)).toContain('other')
  })

  test('in the list of regions a broken one costs itself, an unknown count or district too', () => {
    const region = buildRegion(places)
    const strange = {
      ...region,
      adcode: '321300',
      counts: { places: 4, kinds: { outlet: 3, library: 1 }, roles: { 'love-aid': 2, guide: 1 } },
      districts: [...region.districts, { name: '宿城' }],
    }
    const seen = regionsResponseSchema.parse({ regions: [region, { adcode: 'x' }, null, strange] }).regions
    expect(seen).toEqual([
      region,
      {
        ...region,
        adcode: '321300',
        counts: { places: 4, kinds: { outlet: 3 }, roles: { 'love-aid': 2 } },
      },
    ])
  })
})
