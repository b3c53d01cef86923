import { packedCatalogueSchema, unpackCatalogue } from '../../../../functions/places/rules/catalogue'
import { revisionOf } from '../../../../functions/places/service/catalogue/revision'
import { headKey, regionPartition } from '../../../../functions/places/store/keys'
import type { Item } from '../../../../functions/shared/aws/table'
import * as z from '../../../../functions/shared/zod'
import { meter } from '../../../bench/meter'
import { withDomain } from '../../../support/engine/domain-engine'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import type { Answer } from '../../../support/worlds/api'
import { createWorld } from '../../../support/worlds/world'

const database = withDomain('places')
const path = '/api/regions/:adcode/places'.replace(':adcode', '320800')
const report = '/api/places/320800-32080290/reports'
const catalogueOf = (answer: Answer) => unpackCatalogue(z.parse(packedCatalogueSchema, answer.json()))
const etagOf = ({ headers }: Answer) => headers.etag ?? ''
const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('the catalogue of a city', () => {
  it('carries every place with every field of its summary', async () => {
    const world = createWorld(database)
    const places = manyPlaces(120).map((place) => ({ ...place, doubts: [] }))
    await world.load(places)
    const catalogue = catalogueOf(await world.get(path))
    expect(byId(catalogue.places)).toEqual(byId(places))
    expect(catalogue.region).toMatchObject({ adcode: '320800', name: '淮安', counts: { places: 120 } })
    expect(catalogue.calendar).toMatchObject({ from: '2026-11-15' })
  })

  it('is compressed as the client likes best, and says so to caches', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const asked = async (accept: string) => {
      const { headers, json } = await world.get(path, { 'accept-encoding': accept })
      expect(json()).toHaveProperty('format')
      expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-type': 'application/json' })
      expect(headers['cache-control']).toContain('public')
      return headers['content-encoding'] ?? 'identity'
    }
    expect(await asked('gzip, deflate, br')).toBe('br')
    expect(await asked('br;q=0.1, gzip;q=0.9')).toBe('gzip')
    expect(await asked('deflate')).toBe('identity')
  })

  it('is not sent again to a client that has it in the same coding', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const first = await world.get(path, { 'accept-encoding': 'br' })
    const repeated = (known: string, accept = 'br') =>
      world.get(path, { 'accept-encoding': accept, 'if-none-match': known })
    const unchanged = await repeated(etagOf(first))
    expect(unchanged.status).toBe(304)
    expect(unchanged.bytes).toHaveLength(0)
    expect(unchanged.headers).toMatchObject({ etag: etagOf(first), vary: 'accept-encoding' })
    expect((await repeated(`"other", W/${etagOf(first)}`)).status).toBe(304)
    expect((await repeated('*')).status).toBe(304)
    expect((await repeated(etagOf(first), 'gzip')).status).toBe(200)
    expect((await repeated('"other"')).status).toBe(200)
  })

  it('has another ETag after a place changed, in the next week, and when its table was recreated', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const tags = [etagOf(await world.get(path))]
    await world.load([buildPlace({ name: '改名的投注站' })])
    tags.push(etagOf(await world.get(path)))
    world.time.now = Date.parse('2026-11-23T00:00:00+08:00')
    const monday = await world.get(path)
    tags.push(etagOf(monday))
    expect(new Set(tags).size).toBe(3)
    expect(catalogueOf(monday).calendar.from).toBe('2026-11-22')
    expect(catalogueOf(monday).places.map(({ name }) => name)).toEqual(['改名的投注站'])
  })

  it('costs a function that holds it one read of half a unit, also to answer 304', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client })
    await world.load(manyPlaces(300))
    const first = await world.get(path)
    counted.take()
    await world.get(path)
    expect(counted.take()).toMatchObject({ requests: 1, readUnits: 0.5 })
    const cold = world.another()
    expect((await cold.get(path, { 'if-none-match': etagOf(first) })).status).toBe(304)
    expect(counted.take()).toMatchObject({ requests: 1, readUnits: 0.5 })
  })

  it('is read by a cold function from its pack, in two requests', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client })
    await world.load(manyPlaces(300))
    const packed = await world.get(path)
    counted.take()
    const read = await world.another().get(path)
    expect(read.bytes.equals(packed.bytes)).toBe(true)
    expect(counted.take().requests).toBe(2)
  })

  it('is read whole when it needs several chunks', async () => {
    const world = createWorld(database)
    const bytes = Buffer.from(Uint8Array.from({ length: 900_000 }, (_, i) => (i * 7919) % 251))
    await world.store.writePack({ adcode: '320800', tag: '1.x', bytes, expiresAt: 0 })
    expect(bytes.equals((await world.store.readPack('320800', '1.x')) ?? Buffer.of())).toBe(true)
    expect(await world.store.readPack('320800', '1')).toBeNull()
  })

  it('of a recreated table with a lower version replaces the one in memory', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    await world.load([buildPlace({ name: '改名的投注站' })])
    await world.get(path)
    for (const { PK, SK } of await database.scan()) await database.remove({ PK: String(PK), SK: String(SK) })
    await world.load([buildPlace({ name: '新的投注站' })])
    expect(catalogueOf(await world.get(path)).places.map(({ name }) => name)).toEqual(['新的投注站'])
  })

  it('shows a doubt as soon as the third report is in', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    await world.get(path)
    for (const sourceIp of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      await world.post(report, { fact: 'out-of-stock', amenity: 'water' }, { sourceIp })
    const [place] = catalogueOf(await world.get(path)).places
    expect(place?.doubts).toEqual([{ fact: 'out-of-stock', amenity: 'water', since: '2026-11-18' }])
  })

  it('never goes back to what it was while a replica lags', async () => {
    const head = headKey('320800')
    const lag: { head: Item | null } = { head: null }
    const world = createWorld(database, {
      between: (table) => ({
        ...table,
        get: async (key, options) =>
          key.PK === head.PK && !options.consistent && lag.head ? lag.head : table.get(key, options),
      }),
    })
    await world.load([buildPlace()])
    await world.get(path)
    const before = await database.table.get(head, { consistent: true })
    await world.load([buildPlace({ name: '改名的投注站' })])
    const newest = etagOf(await world.get(path))
    lag.head = before
    expect(etagOf(await world.get(path))).toBe(newest)
  })

  it('can be built while an import is running, without being taken for any version', async () => {
    let imports = 0
    const world = createWorld(database, {
      between: (table) => ({
        ...table,
        query: async (partition, ...how) => {
          const content = await table.query(partition, ...how)
          if (partition === regionPartition('320800') && imports < 3)
            await world.load([buildPlace({ name: `第${++imports}次` })])
          return content
        },
      }),
    })
    await world.load([buildPlace()])
    const unpacked = await world.get(path)
    expect(unpacked.status).toBe(200)
    expect(etagOf(unpacked)).toContain('~')
    expect(world.logged.join()).toContain('catalogue-kept-changing')
    const calm = await world.get(path)
    expect(etagOf(calm)).not.toContain('~')
    expect(catalogueOf(calm).places.map(({ name }) => name)).toEqual(['第3次'])
  })

  it('is packed by one function, however many miss it at the same moment', async () => {
    let packings = 0
    const world = createWorld(database, {
      between: (table) => ({
        ...table,
        query: async (partition, ...how) => {
          if (partition === regionPartition('320800')) packings++
          return table.query(partition, ...how)
        },
      }),
    })
    await world.load(manyPlaces(200))
    const many = Array.from({ length: 8 }, () => world.another())
    const answers = await Promise.all(many.flatMap((api) => [api.get(path), api.get(path)]))
    expect(packings).toBe(1)
    expect(new Set(answers.map(etagOf)).size).toBe(1)
  })

  it('is the one before while another function packs the next, and the next soon after', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const before = etagOf(await world.get(path))
    await world.load([buildPlace({ name: '改名的投注站' })])
    const head = await world.store.readHead('320800', { consistent: true })
    const claim = { adcode: '320800', now: world.time.now, until: world.time.now + 20_000 }
    if (!head) throw new Error('the region has no head')
    await world.store.claimPacking({ ...claim, tag: revisionOf(head, world.time.now).tag })
    expect(etagOf(await world.get(path))).toBe(before)
    // The other function died over it.
    world.time.now += 20_001
    expect(etagOf(await world.get(path))).not.toBe(before)
  })

  it('of a recreated table is not taken for the one in memory', async () => {
    const world = createWorld(database)
    await world.load([buildPlace()])
    const before = etagOf(await world.get(path))
    for (const { PK, SK } of await database.scan()) await database.remove({ PK: String(PK), SK: String(SK) })
    await world.load([buildPlace({ name: '新的投注站' })])
    const after = await world.get(path)
    expect(etagOf(after)).not.toBe(before)
    expect(catalogueOf(after).places.map(({ name }) => name)).toEqual(['新的投注站'])
  })

  it('asked for longest ago is forgotten when memory is full, and read again from its pack', async () => {
    const client = database.client()
    const counted = meter(client)
    const world = createWorld(database, { client, capacity: 1 })
    await world.load([buildPlace()])
    await world.load([buildPlace({ id: '371600-37160001', outletNo: '37160001' })], {
      adcode: '371600',
      name: '滨州',
    })
    const requests = async (adcode: string) => {
      counted.take()
      await world.get(`/api/regions/${adcode}/places`)
      return counted.take().requests
    }
    await requests('320800')
    expect(await requests('320800')).toBe(1)
    await requests('371600')
    expect(await requests('371600')).toBe(1)
    expect(await requests('320800')).toBe(2)
  })
})
