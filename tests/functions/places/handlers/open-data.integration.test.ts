import gcoord from 'gcoord'
import { placeResponseSchema, regionsResponseSchema } from '../../../../functions/places/contract'
import { featureCollectionSchema } from '../../../../functions/places/rules/geojson'
import { distanceMetres } from '../../../../functions/places/rules/nearby'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import type { Answer } from '../../../support/worlds/api'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')
const path = '/api/regions/320800/places.geojson'
const collectionOf = (answer: Answer) => z.parse(featureCollectionSchema, answer.json())

describe('open data', () => {
  it('is GeoJSON in WGS-84, says so, and has every public field of every place', async () => {
    const world = createWorld(database)
    const places = manyPlaces(60).map((place) => ({ ...place, doubts: [] }))
    await world.load(places)
    const answer = await world.get(path)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/geo+json',
      'access-control-allow-origin': '*',
    })
    const collection = collectionOf(answer)
    expect(collection).toMatchObject({
      type: 'FeatureCollection',
      datum: 'WGS-84',
      region: { adcode: '320800', demo: false },
    })
    expect(collection.features).toHaveLength(places.length)
    for (const { id, geometry, properties } of collection.features) {
      const [lng = 0, lat = 0] = gcoord.transform(geometry.coordinates, gcoord.WGS84, gcoord.GCJ02)
      const place = places.find((one) => one.id === id)
      const { districtName, ...fields } = properties
      expect({ id, lng: place?.lng, lat: place?.lat, ...fields }).toEqual(place)
      expect(districtName).toMatch(/^.+[区县]$/)
      expect(distanceMetres({ lng, lat }, { lng: place?.lng ?? 0, lat: place?.lat ?? 0 })).toBeLessThan(0.5)
    }
  })

  it('is filtered by any of the kinds and all of the roles', async () => {
    const world = createWorld(database)
    await world.load([
      buildPlace({ id: '320800-1', roles: ['love-aid', 'exemplary'] }),
      buildPlace({ id: '320800-2', roles: ['love-aid'] }),
      buildPlace({ id: '320800-3', kind: 'hall' }),
      buildPlace({ id: '320800-4', kind: 'shelter' }),
    ])
    const ids = async (query: string) =>
      collectionOf(await world.get(path + query))
        .features.map(({ id }) => id)
        .sort()
    expect(await ids('?kind=hall&kind=shelter')).toEqual(['320800-3', '320800-4'])
    expect(await ids('?role=love-aid&role=exemplary')).toEqual(['320800-1'])
    expect(await ids('?kind=hall&role=love-aid')).toEqual([])
  })

  it('is compressed, and not sent again to who has it', async () => {
    const world = createWorld(database)
    await world.load(manyPlaces(60))
    const first = await world.get(path, { 'accept-encoding': 'gzip' })
    expect(first.headers['content-encoding']).toBe('gzip')
    const known = { 'accept-encoding': 'gzip', 'if-none-match': first.headers.etag ?? '' }
    expect((await world.get(path, known)).status).toBe(304)
    expect((await world.get(`${path}?kind=outlet`, known)).status).toBe(200)
  })

  it('may be read by other sites’ pages, which may not report', async () => {
    const world = createWorld(database)
    const asked = await world.call('OPTIONS', '/api/places/320800-32080290/reports')
    expect(asked.status).toBe(204)
    expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD')
  })
})

describe('the regions', () => {
  it('come with name, districts, frame, centre and counts', async () => {
    const world = createWorld(database)
    expect((await world.get('/api/regions')).json()).toEqual({ regions: [] })
    await world.load([
      buildPlace({ id: '320800-1', lng: 119, lat: 33, roles: ['love-aid'] }),
      buildPlace({ id: '320800-2', lng: 119.2, lat: 33.4, district: '涟水', kind: 'hall' }),
      buildPlace({ id: '320800-3', lng: 119.1, lat: 33.2 }),
    ])
    world.time.now += 60_000
    const { regions } = z.parse(regionsResponseSchema, (await world.get('/api/regions')).json())
    expect(regions).toMatchObject([
      {
        adcode: '320800',
        name: '淮安',
        reading: 'huai an',
        version: 1,
        bbox: [119, 33, 119.2, 33.4],
        centre: { lng: 119.05, lat: 33.1 },
        counts: { places: 3, kinds: { outlet: 2, hall: 1 }, roles: { 'love-aid': 1 } },
        demo: false,
      },
    ])
    expect(regions[0]?.districts).toEqual([
      {
        name: '清江浦',
        fullName: '清江浦区',
        adcode: '320812',
        bbox: [119, 33, 119.1, 33.2],
        centre: { lng: 119.05, lat: 33.1 },
        count: 2,
      },
      {
        name: '涟水',
        fullName: '涟水县',
        adcode: '320826',
        bbox: [119.2, 33.4, 119.2, 33.4],
        centre: { lng: 119.2, lat: 33.4 },
        count: 1,
      },
    ])
  })
})

describe('a place', () => {
  it('tells all that the public may know, and whether it is open', async () => {
    const world = createWorld(database)
    const place = buildPlace({ otherPhones: ['13800000000'] })
    await world.load([place])
    const answer = await world.get('/api/places/320800-32080290')
    expect(z.parse(placeResponseSchema, answer.json())).toMatchObject({
      ...place,
      district: '清江浦',
      districtName: '清江浦区',
      region: '320800',
      datum: 'gcj02',
      demo: false,
      open: { state: 'open', until: '2026-11-18T13:00:00.000Z', salesPaused: false },
    })
    expect(Object.keys(z.parse(z.looseObject({}), answer.json())).sort()).toEqual(
      Object.keys(placeResponseSchema.shape).sort(),
    )
  })

  it('of unknown hours is unknown, never closed', async () => {
    const world = createWorld(database)
    await world.load([buildPlace({ hours: null })])
    const place = z.parse(placeResponseSchema, (await world.get('/api/places/320800-32080290')).json())
    expect(place.open).toEqual({ state: 'unknown' })
  })

  it('answers a HEAD without a body', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const answer = await world.call('HEAD', '/api/places/320800-32080290')
    expect(answer.status).toBe(200)
    expect(answer.bytes).toHaveLength(0)
  })
})
