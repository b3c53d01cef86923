/** A country of many cities as imports leave it in the table, packed catalogues included, without the hours of importing it. */
import { randomBytes } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { createPlacesStore } from '../../../functions/places'
import type { Amenity, PlaceSummary, Role } from '../../../functions/places/contract'
import { packCatalogue } from '../../../functions/places/rules/catalogue'
import { cellsOf, packCityGrid } from '../../../functions/places/rules/city-grid/cells'
import { plainFigures, type RegionFigures } from '../../../functions/places/rules/region'
import { amenityCounts } from '../../../functions/places/rules/region/list'
import { calendarAt } from '../../../functions/places/service/catalogue/edition'
import { revisionOf } from '../../../functions/places/service/catalogue/revision'
import { cityGridKey } from '../../../functions/places/store/keys'
import { regionListWriter } from '../../../functions/places/store/region/region-list'
import { putFigures } from '../../../functions/places/store/region/regions'
import type { Table } from '../../../functions/shared/aws/table'
import { buildCountry, type Country } from './many-cities'
import { buildPlace } from './places'
import { type Random, seeded } from './random'

export type Nation = {
  country: Country
  /** Compressed bytes of each city's catalogue. */
  packs: number[]
}

const words = ['解放', '人民', '淮海', '和平', '长江', '建设', '青年', '中山', '文化', '新华', '东风', '黄河']
const suffixes = ['路', '街', '大道', '巷']

/** Bytes of a packed catalogue for each of its places, as among real cities (docs/performance.md). */
const bytesPerPlace = 30
/** Of a city's places so many are made in full; the rest of its catalogue is noise of the same size. */
const madeInFull = 20

/** No place has both a love-aid plaque and winter coats, though every city has either; nobody anywhere has food. */
export const settle = async (table: Table, count: number, at: number): Promise<Nation> => {
  const country = buildCountry(count)
  const random = seeded(7)
  const settled = [...country.cities].map(([adcode, points]) => {
    const places = points.slice(0, madeInFull).map((point, i) => placeAt(random, { adcode, i, ...point }))
    const located = points.map((point, i) => ({ ...point, ...described(adcode, i), demo: false }))
    const figures = plainFigures(adcode, located)
    if (!figures) throw new Error('a city without places')
    return { adcode, places, figures, at, bytes: points.length * bytesPerPlace }
  })
  const packs: number[] = []
  for (let n = 0; n < settled.length; n += 20)
    packs.push(...(await Promise.all(settled.slice(n, n + 20).map((city) => settleCity(table, city)))))
  await regionListWriter(table).updateRegionList()
  const cells = [...country.cities].map(([adcode, points]) => cellsOf(adcode, points))
  const grid = new Uint8Array(brotliCompressSync(JSON.stringify(packCityGrid(cells))))
  await table.putOne({ ...cityGridKey, revision: 1, tag: 'grid', bytes: grid })
  return { country, packs }
}

type City = { adcode: string; places: PlaceSummary[]; figures: RegionFigures; at: number; bytes: number }

/** Bytes of its packed catalogue. */
const settleCity = async (table: Table, { adcode, places, figures, at, bytes }: City): Promise<number> => {
  const store = createPlacesStore({ tableOf: () => table, clock: () => at })
  const updatedAt = new Date(at).toISOString()
  const name = `城市${adcode}`
  const amenities = amenityCounts(places)
  await table.transact(putFigures(table, { adcode, name, expected: 0, figures, amenities, updatedAt }))
  const revision = revisionOf({ adcode, version: 1, createdAt: updatedAt }, at)
  const region = { adcode, name, version: 1, ...figures }
  const document = packCatalogue({ region, calendar: calendarAt(at), pinyin: {}, places })
  const noise = randomBytes(bytes).toString('base64')
  const packed = brotliCompressSync(JSON.stringify({ ...document, noise }), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  })
  await store.writePack({ adcode, tag: revision.tag, bytes: packed, expiresAt: at + 30 * 86_400_000 })
  return packed.length
}

const rolesAt = (i: number): Role[] => (i % 2 === 0 ? ['love-aid'] : [])
const described = (adcode: string, i: number): Pick<PlaceSummary, 'kind' | 'roles' | 'district'> => ({
  kind: 'outlet',
  roles: rolesAt(i),
  district: `${words[i % 9] ?? ''}${adcode.slice(2, 4)}`,
})

type At = { adcode: string; i: number; lng: number; lat: number }

const placeAt = (random: Random, { adcode, i, lng, lat }: At): PlaceSummary => {
  const outletNo = `${adcode.slice(0, 4)}${String(i).padStart(4, '0')}`
  const street = `${random.pick(words)}${random.pick(suffixes)}`
  const amenity: Amenity = i % 2 === 0 ? 'water' : 'winter-coat'
  return buildPlace({
    id: `${adcode}-${outletNo}`,
    outletNo,
    name: `${street}${random.pick(words)}站`,
    district: `${random.pick(words)}${adcode.slice(2, 4)}`,
    address: `${street}${random.between(1, 400)}号`,
    lng,
    lat,
    roles: rolesAt(i),
    amenities: [{ amenity, verifiedOn: null }],
  })
}
