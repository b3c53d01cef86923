import { cityGridSchema, openCityGrid } from '../../../../functions/places/rules/city-grid'
import * as z from '../../../../functions/shared/zod'
import { meter } from '../../../bench/meter'
import { withDomain } from '../../../support/engine/domain-engine'
import { suqian } from '../../../support/samples/neighbours'
import { buildPlace } from '../../../support/samples/places'
import { createWorld, type World } from '../../../support/worlds/world'

const database = withDomain('places')
const middleOfSuqian = { lng: 118.275, lat: 33.945 }
const inHuaian = { lng: 119.03, lat: 33.6 }
const outletsOfSuqian = suqian.map((point, i) =>
  buildPlace({ ...point, id: `321300-321300${10 + i}`, outletNo: `321300${10 + i}`, district: '宿城' }),
)
const path = '/api/regions/grid'
const gridOf = async (world: World) =>
  openCityGrid(z.parse(cityGridSchema, (await world.another().get(path)).json()))

describe('the city grid', () => {
  it('has no city before the first import', async () => {
    const grid = await gridOf(createWorld(database))
    expect(grid.cityAt(inHuaian)).toBeNull()
  })

  it('knows each city from its import on', async () => {
    const world = createWorld(database)
    await world.load([buildPlace(inHuaian)])
    await world.load(outletsOfSuqian, { adcode: '321300', name: '宿迁' })
    const grid = await gridOf(world)
    expect(grid.cityAt(middleOfSuqian)).toBe('321300')
    expect(grid.cityAt(inHuaian)).toBe('320800')
  })

  it('is revalidated by ETag, and changes with the places only', async () => {
    const world = createWorld(database)
    await world.load([buildPlace(inHuaian)])
    const { etag = '' } = (await world.get(path)).headers
    const repeated = async () => (await world.another().get(path, { 'if-none-match': etag })).status
    expect(await repeated()).toBe(304)
    await world.load([buildPlace({ ...inHuaian, name: '另一个名字' })])
    expect(await repeated()).toBe(304)
    await world.load(outletsOfSuqian, { adcode: '321300', name: '宿迁' })
    expect(await repeated()).toBe(200)
  })

  it('costs a function half a read unit a minute', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client })
    await world.load([buildPlace(inHuaian)])
    counted.take()
    await world.get(path)
    expect(counted.take()).toMatchObject({ requests: 1, readUnits: 0.5 })
    world.time.now += 59_000
    await world.get(path)
    expect(counted.take().requests).toBe(0)
  })

  it('knows a city too that was imported by a build without grid, once any city is imported', async () => {
    const world = createWorld(database)
    await world.load([buildPlace(inHuaian)])
    const made = (await database.scan()).filter(({ PK }) => String(PK).startsWith('CITY-'))
    expect(made).toHaveLength(2)
    for (const { PK, SK } of made) await database.remove({ PK: String(PK), SK: String(SK) })
    await world.load(outletsOfSuqian, { adcode: '321300', name: '宿迁' })
    expect((await gridOf(createWorld(database))).cityAt(inHuaian)).toBe('320800')
  })
})

it('a place whose coordinates look mistyped is still found by whoever asks for the nearest to it', async () => {
  const world = createWorld(database)
  const apart = { lng: 118.016, lat: 37.366 }
  const around = Array.from({ length: 20 }, (_, i) =>
    buildPlace({
      lng: 118.3 + i / 1000,
      lat: 37.366,
      id: `371600-3716000${10 + i}`,
      outletNo: `3716000${10 + i}`,
    }),
  )
  await world.load(around, { adcode: '371600', name: '滨州' })
  const mistyped = buildPlace({ ...apart, id: '321300-32130099', outletNo: '32130099', district: '宿城' })
  await world.load([...outletsOfSuqian, mistyped], { adcode: '321300', name: '宿迁' })
  const { json } = await world.get(`/api/places/nearby?lng=${apart.lng}&lat=${apart.lat}&limit=5`)
  expect(json()).toMatchObject({ places: [{ id: '321300-32130099', distance: 0 }, {}, {}, {}, {}] })
})
