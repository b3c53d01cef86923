import {
  allOf,
  openCatalogue,
  type PackedCatalogue,
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../../functions/places/rules/catalogue'
import { indexMatcher } from '../../../../functions/places/rules/filter'
import { indexOf, nearest } from '../../../../functions/places/rules/nearby'
import { buildFacets } from '../../../../functions/places/rules/nearby/facets'
import { buildCatalogue } from '../../../support/samples/places'

const now = Date.parse('2026-11-24T10:30:00+08:00')
const openNow = { kinds: [], roles: [], amenities: [], openAt: now }
const travelled = (catalogue: PackedCatalogue): PackedCatalogue =>
  packedCatalogueSchema.parse(JSON.parse(JSON.stringify(catalogue)))
const packed = travelled(packCatalogue(buildCatalogue(800)))

test('opening a catalogue and finding the nearest twenty builds those twenty and no other', () => {
  const { places, calendar, region } = openCatalogue(packed)
  const looked = jest.spyOn(places, 'at')
  const index = indexOf(places)
  expect(looked).not.toHaveBeenCalled()
  const accept = indexMatcher(index, openNow, calendar, now)
  const found = nearest(index, region.centre, { limit: 20, accept })
  expect(found).toHaveLength(20)
  expect(looked).toHaveBeenCalledTimes(20)
})

test('a place that was looked at stays the same object', () => {
  const { places } = openCatalogue(packed)
  expect(places.at(2)).toBe(places.at(2))
  expect(places.at(2)).not.toBe(openCatalogue(packed).places.at(2))
})

test('what is found without a look is what all places built at once say', () => {
  const { places } = openCatalogue(packed)
  const all = unpackCatalogue(packed).places
  expect(allOf(places)).toEqual(all)
  expect(all.map((_, i) => places.idAt(i))).toEqual(all.map(({ id }) => id))
  expect([...places.lngs]).toEqual(all.map(({ lng }) => lng))
  const [ours, theirs] = [places.facets(), buildFacets(all)]
  expect(ours.marks).toEqual(theirs.marks)
  const doorsOf = ({ door, doors }: typeof ours) => Array.from(door, (row) => doors[row]?.hours)
  expect(doorsOf(ours)).toEqual(doorsOf(theirs))
})

test('places of a kind that this build does not know have no ordinal', () => {
  const shelters = packed.kinds.table.indexOf('shelter')
  const kinds = {
    ...packed.kinds,
    table: packed.kinds.table.map((kind, i) => (i === shelters ? null : kind)),
  }
  const known = unpackCatalogue(packed).places.filter(({ kind }) => kind !== 'shelter')
  const { places } = openCatalogue({ ...packed, kinds })
  expect(places.length).toBe(known.length)
  expect(allOf(places)).toEqual(known)
  expect([...places.lats]).toEqual(known.map(({ lat }) => lat))
  expect(places.at(places.length)).toBeUndefined()
  expect(places.at(-1)).toBeUndefined()
})
