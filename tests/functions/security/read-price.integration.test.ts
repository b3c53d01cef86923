/**
 * What one request of anybody can cost, without a login: each public operation tells its worst case, and is asked here for
 * the worst that one can ask, of a function that has nothing in its memory, in a country of 300 cities.
 */
import type { placesOperations } from '../../../functions/places/operations'
import type { Operation } from '../../../functions/shared/operation'
import { meter } from '../../bench/meter'
import type { Caller } from '../../support/api'
import { withEngine } from '../../support/engine'
import { type Nation, settle } from '../../support/nation'
import { everything, send } from '../../support/stage/requests'
import { createWorld, ordinaryDay } from '../../support/world'
import { setUp, withWeChat } from './kit'

const bench = withEngine('places', 'identity', 'points')
jest.setTimeout(300_000)
const wechat = withWeChat()

const cities = 300
const mostUnits = 8
const open = everything.filter(({ operation }) => operation.access === 'public')
/** A picture may have 280 KB. CloudFront keeps it for a year under its path, which takes no query to make another key of it. */
const immutable = 'giftPicture'
const priceOf = ({ maxReadUnits }: Operation) => maxReadUnits ?? Number.NaN

it('every public operation declares what one request can cost at most, and no more than eight read units', () => {
  expect(open.length).toBeGreaterThan(10)
  const undeclared = open.filter(({ operation }) => operation.maxReadUnits === undefined)
  expect(undeclared.map(({ name }) => name)).toEqual([])
  const dear = open.filter(({ name, operation }) => priceOf(operation) > mostUnits && name !== immutable)
  expect(dear.map(({ name }) => name)).toEqual([])
})

/** The worst that anybody can ask of each: filters that match nothing, at every sort of position. */
const worstOf = ({ country }: Nation): Record<keyof typeof placesOperations, string[]> => {
  const [adcode = ''] = country.cities.keys()
  const homes = [...country.cities.values()].flatMap(([first]) => first ?? []).filter((_, i) => i % 60 === 0)
  const filters = [
    'role=love-aid&amenity=winter-coat',
    'amenity=food',
    'kind=hall',
    'limit=100',
    'role=love-aid&amenity=winter-coat&openAt=now&limit=100',
    'role=warm-cabin&radius=200000',
  ]
  const nearby = homes.flatMap(({ lng, lat }) =>
    filters.map((filter) => `/api/places/nearby?lng=${lng}&lat=${lat}&${filter}`),
  )
  return {
    regions: ['/api/regions'],
    cityGrid: ['/api/regions/grid'],
    catalogue: [`/api/regions/${adcode}/places`],
    geojson: [`/api/regions/${adcode}/places.geojson`],
    nearby: [...nearby, '/api/places/nearby?lng=-70&lat=-30'],
    search: [`/api/places/search?q=x&region=${adcode}`, `/api/places/search?q=x&region=999900`],
    place: [`/api/places/${adcode}-nobody`],
    reports: [],
    openReports: [],
    decideReport: [],
  }
}

it('the map’s public operations cost no more than they declare, whatever is asked, with 300 cities', async () => {
  const at = Date.parse(ordinaryDay)
  const nation = await settle(bench.table, cities, at)
  const mean = nation.packs.reduce((sum, bytes) => sum + bytes, 0) / cities
  // Some 300 places a city.
  expect(mean).toBeGreaterThan(8 * 1024)
  const client = bench.client()
  const counted = meter(client)
  const world = createWorld(bench, { client })
  const spend = async (api: Caller, target: string) => {
    counted.take()
    const answer = await api.get(target)
    return { ...counted.take(), answer }
  }
  const worstTargets = new Map(Object.entries(worstOf(nation)))
  for (const { name, operation } of open.filter(({ domain }) => domain === 'places')) {
    const targets = worstTargets.get(name) ?? []
    const declared = priceOf(operation)
    let worst = 0
    for (const target of targets) worst = Math.max(worst, (await spend(world.another(), target)).readUnits)
    expect({ name, asked: targets.length > 0 }).toEqual({ name, asked: true })
    expect({ name, declared, worst, isWithin: worst <= declared }).toEqual({
      name,
      declared,
      worst,
      isWithin: true,
    })
  }
  // Once warm, the dearest of them costs a head for each city it looks through.
  const warm = world.another()
  const dearest = worstOf(nation).nearby[0] ?? ''
  await spend(warm, dearest)
  expect((await spend(warm, dearest)).readUnits).toBeLessThanOrEqual(1)
  const list = await warm.get('/api/regions', { 'accept-encoding': 'br' })
  expect(Buffer.byteLength(JSON.stringify(list.json()))).toBeGreaterThan(400 * 1024)
  expect(list.bytes.length).toBeLessThan(128 * 1024)
})

it('every other public operation costs no more than it declares', async () => {
  const client = bench.client()
  const counted = meter(client)
  const { scene } = await setUp(bench, wechat, { client })
  for (const one of open.filter(({ domain }) => domain !== 'places')) {
    const asked = await one.ask(scene, null)
    counted.take()
    const { status } = await send(scene, one, asked, null)
    const { readUnits } = counted.take()
    const told = { name: one.name, status, declared: one.operation.maxReadUnits, readUnits }
    expect({ ...told, isWithin: readUnits <= priceOf(one.operation) }).toEqual({
      ...told,
      status: 200,
      isWithin: true,
    })
  }
})
