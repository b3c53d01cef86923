/**
 * What one request of anybody can cost, without a login: each public operation tells its worst case, and is asked here for
 * the worst that one can ask, of a function that has nothing in its memory, in a country of 300 cities.
 */
import { placesOperations } from '../../../functions/places/operations'
import { pointsOperations } from '../../../functions/points/operations'
import { picturePath } from '../../../functions/points/rules/gifts'
import { pictureName, putPicture } from '../../../functions/points/store/gift/pictures'
import { openTable } from '../../../functions/shared/aws/table'
import type { Operation } from '../../../functions/shared/declaration/operation'
import { mostPictureBytes, wantedPictureBytes } from '../../../functions/shared/picture'
import { meter } from '../../bench/meter'
import { settle } from '../../support/samples/nation'
import { manyPlaces } from '../../support/samples/places'
import { worstReads } from '../../support/samples/worst-reads'
import { everything, send } from '../../support/stage/requests'
import type { Caller } from '../../support/worlds/api'
import { createWorld, ordinaryDay } from '../../support/worlds/world'
import { setUp, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

const cities = 300
const mostUnits = 8
const open = everything.filter(({ operation }) => operation.access === 'public')
/** A function reads a city's words once, and those of each publication (docs/decisions/060): no request makes it read them again. */
const readsAtFirst = ['bulletinSearch']
const priceOf = ({ maxReadUnits }: Operation) => maxReadUnits ?? Number.NaN

it('every public operation declares what one request can cost at most, and no more than eight read units', () => {
  expect(open.length).toBeGreaterThan(10)
  const undeclared = open.filter(({ operation }) => operation.maxReadUnits === undefined)
  expect(undeclared.map(({ name }) => name)).toEqual([])
  const dear = open.filter(({ operation }) => priceOf(operation) > mostUnits)
  expect(dear.map(({ name }) => name)).toEqual([])
})

it('the map’s public operations cost no more than they declare, whatever is asked, with 300 cities', async () => {
  const at = Date.parse(ordinaryDay)
  const nation = await settle(database.table, cities, at)
  const mean = nation.packs.reduce((sum, bytes) => sum + bytes, 0) / cities
  // Some 300 places a city.
  expect(mean).toBeGreaterThan(8 * 1024)
  const client = database.client()
  const counted = meter(client)
  const world = createWorld(database, { client })
  const spend = async (api: Caller, target: string) => {
    counted.take()
    const answer = await api.get(target)
    return { ...counted.take(), answer }
  }
  const worstTargets = new Map(Object.entries(worstReads(nation)))
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
  const dearest = worstReads(nation).nearby[0] ?? ''
  await spend(warm, dearest)
  expect((await spend(warm, dearest)).readUnits).toBeLessThanOrEqual(1)
  const list = await warm.get('/api/regions', { 'accept-encoding': 'br' })
  expect(Buffer.byteLength(JSON.stringify(list.json()))).toBeGreaterThan(400 * 1024)
  expect(list.bytes.length).toBeLessThan(128 * 1024)
})

describe('a city as large as there is one', () => {
  const shared = (name: keyof typeof placesOperations) => {
    const { maxReadUnits = 0, sharedReads } = placesOperations[name]
    return { own: maxReadUnits, once: sharedReads?.readUnits ?? 0 }
  }

  it('costs a function its catalogue once, as declared, and nothing but its head from then on', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client })
    await world.load(manyPlaces(6_000))
    const asked: readonly [keyof typeof placesOperations, string][] = [
      ['catalogue', '/api/regions/320800/places'],
      ['geojson', '/api/regions/320800/places.geojson?kind=hall'],
      ['search', '/api/places/search?q=x&region=320800'],
      ['nearby', '/api/places/nearby?lng=119.03&lat=33.6&limit=100'],
    ]
    // Packed by the first of all functions.
    await world.get('/api/regions/320800/places')
    for (const [name, target] of asked) {
      const { own, once } = shared(name)
      const api = world.another()
      counted.take()
      expect((await api.get(target)).status).toBe(200)
      const first = counted.take().readUnits
      expect({ name, first, isWithin: first <= own + once }).toEqual({ name, first, isWithin: true })
      await api.get(target)
      const repeated = counted.take().readUnits
      expect({ name, repeated, isWithin: repeated <= own }).toEqual({ name, repeated, isWithin: true })
    }
  })
})

it('a picture as the desk makes it costs eight units, an older one no more than declared', async () => {
  const client = database.client()
  const counted = meter(client)
  const { scene } = await setUp(database, wechat, { client })
  const { maxReadUnits = 0, sharedReads } = pointsOperations.giftPicture
  const table = openTable({ name: database.tableNameOf('points'), client })
  for (const [bytes, most] of [
    [wantedPictureBytes, maxReadUnits],
    [mostPictureBytes, sharedReads?.readUnits ?? 0],
  ] as const) {
    const picture = { bytes: new Uint8Array(bytes).fill(7), mediaType: 'image/webp' as const }
    await table.transact([putPicture(table, scene.pictured.id, picture)])
    counted.take()
    const target = picturePath(scene.pictured.id, pictureName(picture.bytes)) ?? ''
    expect((await scene.stage.call('points', 'GET', target)).status).toBe(200)
    const { readUnits } = counted.take()
    expect({ bytes, readUnits, isWithin: readUnits <= most }).toEqual({ bytes, readUnits, isWithin: true })
    // CloudFront keeps an answer for each query, so that anybody could have it read again and again.
    expect((await scene.stage.call('points', 'GET', `${target}?n=1`)).status).toBe(400)
    expect(counted.take().readUnits).toBe(0)
  }
})

it('every other public operation costs no more than it declares', async () => {
  const client = database.client()
  const counted = meter(client)
  const { scene } = await setUp(database, wechat, { client })
  for (const one of open.filter(({ domain }) => domain !== 'places')) {
    const asked = await one.ask(scene, null)
    if (readsAtFirst.includes(one.name)) await send(scene, one, asked, null)
    counted.take()
    const { status } = await send(scene, one, asked, null)
    const { readUnits } = counted.take()
    const measured = { name: one.name, status, declared: one.operation.maxReadUnits, readUnits }
    expect({ ...measured, isWithin: readUnits <= priceOf(one.operation) }).toEqual({
      ...measured,
      status: 200,
      isWithin: true,
    })
  }
})
