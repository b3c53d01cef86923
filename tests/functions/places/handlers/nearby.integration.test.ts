import fc from 'fast-check'
import gcoord from 'gcoord'
import {
  amenities,
  kinds,
  nearbyResponseSchema,
  type PlaceSummary,
  roles,
} from '../../../../functions/places/contract'
import { distanceMetres } from '../../../../functions/places/rules/nearby'
import { openAnswer } from '../../../../functions/places/rules/opening'
import { rolesInForce } from '../../../../functions/places/rules/roles'
import { calendarFor } from '../../../../functions/places/service/catalogue/calendar'
import * as z from '../../../../functions/shared/zod'
import { meter } from '../../../bench/meter'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import type { Caller } from '../../../support/worlds/api'
import { createWorld, ordinaryDay } from '../../../support/worlds/world'

const database = withDomain('places')
const binzhou = { adcode: '371600', name: '滨州' }
const square = { lng: 119.03, lat: 33.6 }

const nearby = async (api: Caller, query: string) => {
  const answer = await api.get(`/api/places/nearby?${query}`)
  expect(answer.status).toBe(200)
  return z.parse(nearbyResponseSchema, answer.json()).places
}
/** The same city again, `east` degrees to the east and under another region's numbers. */
const shifted = (places: readonly PlaceSummary[], east: number): PlaceSummary[] =>
  places.map((place) => ({
    ...place,
    id: place.id.replace(/^320800/, binzhou.adcode),
    lng: Math.round((place.lng + east) * 1e6) / 1e6,
  }))

describe('the nearest places', () => {
  it('are exactly those that measuring every place of every region finds', async () => {
    const world = createWorld(database)
    const here = manyPlaces(400)
    const there = shifted(manyPlaces(300, 2), 0.6)
    await world.load(here)
    await world.load(there, binzhou)
    const calendar = calendarFor('2026-11-16')
    const question = fc.record({
      lng: fc.double({ min: 117, max: 122, noNaN: true }),
      lat: fc.double({ min: 32, max: 35, noNaN: true }),
      limit: fc.integer({ min: 1, max: 100 }),
      radius: fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: null }),
      kind: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 2 }),
      role: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 }),
      amenity: fc.uniqueArray(fc.constantFrom(...amenities), { maxLength: 2 }),
      open: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(question, async ({ lng, lat, limit, radius, kind, role, amenity, open }) => {
        const at = world.time.now
        const expected = [...here, ...there]
          .filter((place) => kind.length === 0 || kind.includes(place.kind))
          .filter((place) => role.every((wanted) => rolesInForce(place, '2026-11-18').includes(wanted)))
          .filter((place) => amenity.every((wanted) => place.amenities.some((has) => has.amenity === wanted)))
          .filter((place) => !open || openAnswer(place, calendar, at).state === 'open')
          .map((place) => distanceMetres({ lng: Number(lng.toFixed(9)), lat: Number(lat.toFixed(9)) }, place))
          .filter((distance) => distance <= (radius ?? 200_000))
          .sort((a, b) => a - b)
          .slice(0, limit)
        const query = new URLSearchParams([
          ['lng', lng.toFixed(9)],
          ['lat', lat.toFixed(9)],
          ['limit', String(limit)],
          ...(radius === null ? [] : [['radius', String(radius)]]),
          ...kind.map((one) => ['kind', one]),
          ...role.map((one) => ['role', one]),
          ...amenity.map((one) => ['amenity', one]),
          ...(open ? [['openAt', 'now']] : []),
        ])
        const found = await nearby(world, query.toString())
        expect(found.map(({ distance }) => distance)).toEqual(expected.map(Math.round))
      }),
      { numRuns: 150 },
    )
  })

  it('say whether they are open at the time asked for', async () => {
    const world = createWorld(database)
    await world.load([buildPlace({ ...square, hours: 'Mo-Fr 09:00-21:00' })])
    const position = `lng=${square.lng}&lat=${square.lat}`
    expect((await nearby(world, position))[0]?.open).toMatchObject({
      state: 'open',
      until: '2026-11-18T13:00:00.000Z',
    })
    const sunday = encodeURIComponent('2026-11-22T10:00:00+08:00')
    expect(await nearby(world, `${position}&openAt=${sunday}`)).toEqual([])
    world.time.now = Date.parse('2026-11-22T10:00:00+08:00')
    expect((await nearby(world, position))[0]?.open).toMatchObject({ state: 'closed' })
    expect(await nearby(world, `${position}&openAt=now`)).toEqual([])
  })

  it('leave out a warm cabin in summer', async () => {
    const world = createWorld(database, { at: '2026-07-01T10:00:00+08:00' })
    await world.load([buildPlace({ ...square, roles: ['warm-cabin', 'love-aid'] })])
    const position = `lng=${square.lng}&lat=${square.lat}`
    expect(await nearby(world, `${position}&role=love-aid`)).toHaveLength(1)
    expect(await nearby(world, `${position}&role=love-aid&role=warm-cabin`)).toEqual([])
  })

  it('are found from a position of any datum', async () => {
    const world = createWorld(database)
    await world.load([buildPlace(square)])
    for (const [datum, crs] of [
      ['wgs84', gcoord.WGS84],
      ['bd09', gcoord.BD09],
      ['gcj02', gcoord.GCJ02],
    ] as const) {
      const [lng, lat] = gcoord.transform([square.lng, square.lat], gcoord.GCJ02, crs)
      const [place] = await nearby(world, `lng=${lng}&lat=${lat}&datum=${datum}`)
      expect(place?.distance).toBeLessThanOrEqual(1)
    }
    const [misread] = await nearby(world, `lng=${square.lng}&lat=${square.lat}&datum=wgs84`)
    expect(misread?.distance).toBeGreaterThan(400)
  })

  it('cost a warm function one read of half a unit, however many regions there are', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client, at: ordinaryDay })
    const places = manyPlaces(300)
    await world.load(places)
    await world.load(shifted(places, 3), binzhou)
    const position = `lng=${places[0]?.lng}&lat=${places[0]?.lat}`
    await nearby(world, position)
    counted.take()
    expect(await nearby(world, position)).toHaveLength(20)
    expect(counted.take()).toMatchObject({ requests: 1, readUnits: 0.5 })
  })

  it('are cached nowhere, as the request carries a position', async () => {
    const world = createWorld(database)
    expect((await world.get('/api/places/nearby?lng=119&lat=33')).headers['cache-control']).toBe(
      'private, no-store',
    )
  })
})
