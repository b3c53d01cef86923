/** A catalogue of a later server: what this build does not know costs itself, and the city is read. */
import {
  packCatalogue,
  packedCatalogueSchema,
  unpackCatalogue,
} from '../../../../functions/places/rules/catalogue'
import { buildCatalogue, buildPlace } from '../../../support/samples/places'

const ids = ['320800-32080001', '320800-32080002', '320800-32080003']
const city = () => ({
  ...buildCatalogue(1, 1),
  places: [
    buildPlace({ id: ids[0], outletNo: '32080001', kind: 'hall' }),
    buildPlace({
      id: ids[1],
      outletNo: '32080002',
      kind: 'outlet',
      amenities: [
        { amenity: 'water', verifiedOn: '2026-11-01' },
        { amenity: 'wifi', verifiedOn: '2026-10-02' },
      ],
    }),
    buildPlace({ id: ids[2], outletNo: '32080003', kind: 'outlet', amenities: [] }),
  ],
})

/** As a later server would send it: with that word for another. */
const read = (word: string, later: string) =>
  unpackCatalogue(
    packedCatalogueSchema.parse(
      JSON.parse(JSON.stringify(packCatalogue(city())).replaceAll(`"${word}"`, `"${later}"`)),
    ),
  ).places

test('a place of a new kind is left out, and no other', () => {
  const found = read('hall', 'new-value').map(({ id }) => id)
  expect(found.sort()).toEqual([ids[1], ids[2]])
})

test('a new amenity is left out of its place, and the dates of the others stay theirs', () => {
  const place = read('water', 'new-value').find(({ id }) => id === ids[1])
  expect(place?.amenities).toEqual([{ amenity: 'wifi', verifiedOn: '2026-10-02' }])
})
