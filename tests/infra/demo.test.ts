import { readFileSync } from 'node:fs'
import { importPlaces } from '../../functions/places/import/import'
import { distanceMetres } from '../../functions/places/rules/nearby'
import type { PlaceDraft } from '../../functions/places/rules/record'
import { basemaps } from '../../infra/basemap/build'
import { demoFiles } from '../../infra/demo/generate'
import type { Basemap, Position } from '../../miniapp/src/places/basemap/format'
import { isInside } from '../../miniapp/src/places/basemap/inside'

const made = demoFiles()
const drawn = basemaps()

/** What the import makes of a committed file, without a table. */
const loaded = (adcode: string): Promise<PlaceDraft[]> => {
  const known = loading.get(adcode) ?? load(adcode)
  loading.set(adcode, known)
  return known
}
const loading = new Map<string, Promise<PlaceDraft[]>>()
const load = async (adcode: string): Promise<PlaceDraft[]> => {
  const file = made.find((candidate) => candidate.adcode === adcode)
  if (!file) throw new Error(`no demo city ${adcode}`)
  let places: PlaceDraft[] = []
  const report = await importPlaces({
    store: {
      readRegion: async () => null,
      readContent: async () => ({ places: [], pinyin: {} }),
      applyImport: async ({ upserts }) => {
        places = [...upserts]
        return { ok: true, value: { version: 1, written: upserts.length, deleted: 0 } }
      },
    },
    clock: () => Date.parse('2026-11-18T10:00:00+08:00'),
    bytes: readFileSync(file.file),
    format: 'csv',
    adcode,
  })
  if (!report.ok) throw new Error(report.error.details.join())
  expect(report.value).toMatchObject({ bad: [], warnings: [], added: places.length })
  return places
}
const mapOf = (adcode: string): Basemap => {
  const map = drawn.find(({ file }) => file.endsWith(`${adcode}.json`))
  if (!map) throw new Error(`no basemap ${adcode}`)
  return JSON.parse(map.text)
}
const withRole = (places: PlaceDraft[], role: string) =>
  places.filter(({ roles }) => roles.some((r) => r === role))
const ofKind = (places: PlaceDraft[], kind: string) => places.filter((place) => place.kind === kind)

describe('the demonstration cities', () => {
  it('are committed as their seeds make them', () => {
    for (const { file, text } of made) expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('have the outlets, stations and plaques that Huai’an names', async () => {
    const places = await loaded('320800')
    expect(ofKind(places, 'outlet')).toHaveLength(380)
    expect(ofKind(places, 'project')).toHaveLength(12)
    expect(withRole(places, 'love-aid')).toHaveLength(40)
    expect(withRole(places, 'exemplary')).toHaveLength(20)
    for (const { outletNo } of ofKind(places, 'outlet')) expect(outletNo).toMatch(/^3208\d{4}$/)
    for (const cabin of withRole(places, 'warm-cabin')) {
      expect(cabin.roles).toContain('love-aid')
      expect(cabin.amenities.map(({ amenity }) => amenity)).toContain('winter-coat')
    }
  })

  it('have the post stations, new channels and the Happy Bar that Binzhou names', async () => {
    const places = await loaded('371600')
    const outlets = ofKind(places, 'outlet')
    expect(outlets).toHaveLength(395)
    expect(outlets.filter(({ channel }) => channel !== 'street')).toHaveLength(305)
    expect(withRole(places, 'post-station')).toHaveLength(100)
    expect(withRole(places, 'lottery-supermarket')).toHaveLength(2)
    expect(ofKind(places, 'project')).toHaveLength(12)
    expect(ofKind(places, 'hall')).toMatchObject([{ name: expect.stringContaining('快乐吧') }])
  })

  it.each(['320800', '371600'])('%s: have gaps and stale dates as real lists do', async (adcode) => {
    const places = await loaded(adcode)
    const share = (has: (place: PlaceDraft) => boolean) => places.filter(has).length / places.length
    expect(share(({ hours }) => hours === null)).toBeGreaterThan(0.03)
    expect(share(({ phone }) => phone === null)).toBeGreaterThan(0.05)
    expect(share(({ amenities }) => amenities.length === 0)).toBeGreaterThan(0.05)
    expect(share(({ positionVerifiedOn: day }) => day !== null && day < '2026-01-01')).toBeGreaterThan(0.03)
    expect(share(({ positionVerifiedOn }) => positionVerifiedOn === null)).toBeGreaterThan(0.05)
    expect(share(({ hours }) => hours === '24/7')).toBeGreaterThan(0)
    expect(share(({ hours }) => hours?.includes('2026 Nov') ?? false)).toBeGreaterThan(0)
  })

  it.each(['320800', '371600'])('%s: give nobody’s telephone number', async (adcode) => {
    for (const { phone } of await loaded(adcode))
      if (phone !== null) expect(phone).toMatch(/^0\d{3}-0\d{6,7}$/)
  })

  it.each(['320800', '371600'])('%s: put every place on the land of its district', async (adcode) => {
    const districts = new Map<string, Position[]>()
    const lakes: Position[][] = []
    for (const { properties, geometry } of mapOf(adcode).features) {
      if (geometry.type !== 'Polygon') continue
      if (properties.layer === 'district') districts.set(properties.name, geometry.coordinates[0] ?? [])
      else lakes.push(geometry.coordinates[0] ?? [])
    }
    const places = await loaded(adcode)
    for (const { name, district, lng, lat } of places) {
      const ring = districts.get(district)
      if (!ring) throw new Error(`${name} is in ${district}, which the map does not have`)
      expect([name, isInside([lng, lat], ring)]).toEqual([name, true])
      expect([name, lakes.some((lake) => isInside([lng, lat], lake))]).toEqual([name, false])
    }
    expect(new Set(places.map(({ district }) => district)).size).toBe(7)
  })

  it('are denser in town: half of the outlets have a neighbour within 400 metres', async () => {
    for (const adcode of ['320800', '371600']) {
      const outlets = ofKind(await loaded(adcode), 'outlet')
      const nearest = outlets.map((outlet) =>
        Math.min(
          ...outlets.filter((other) => other !== outlet).map((other) => distanceMetres(outlet, other)),
        ),
      )
      const middle = nearest.toSorted((a, b) => a - b)[nearest.length >> 1] ?? Number.POSITIVE_INFINITY
      expect(middle).toBeLessThan(400)
      expect(Math.min(...nearest)).toBeGreaterThan(50)
    }
  })
})
