import fc from 'fast-check'
import { factSchema } from '../../../../functions/places/rules/doubt'
import { regionFigures } from '../../../../functions/places/rules/region'
import { createPlacesStore } from '../../../../functions/places/store'
import { openTable } from '../../../../functions/shared/aws/table'
import * as z from '../../../../functions/shared/zod'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fate, faults, inTurn, withFaults } from '../../../support/faults/faults'
import { buildPlace, manyPlaces } from '../../../support/samples/places'
import type { Caller } from '../../../support/worlds/api'
import { createWorld, type World } from '../../../support/worlds/world'

const database = withDomain('places')
const id = '320800-32080290'
const path = `/api/places/${id}/reports`

const send = (api: Caller, source: number) =>
  api.post(path, { fact: 'locked' }, { sourceIp: `198.51.100.${source}` })
const worldUnder = async (fate: Fate, maxAttempts = 4): Promise<World> => {
  const world = createWorld(database, { client: withFaults(database.client({ maxAttempts }), fate) })
  await world.load([buildPlace()])
  return world
}

/** What must hold whatever happened: the fact is what its reports add up to, and place and version agree with it. */
const checkBooks = async ({ store }: World) => {
  const items = await database.scan()
  const reports = items.filter(({ SK }) => String(SK).startsWith('report#'))
  const kept = items.find(({ SK }) => SK === 'fact#locked')
  const fact = kept ? z.parse(factSchema, kept) : null
  expect(fact?.count ?? 0).toBe(reports.length)
  const isDoubtful = reports.length >= 3
  expect(fact?.state).toBe(reports.length === 0 ? undefined : isDoubtful ? 'doubtful' : 'reported')
  const place = await store.readPlace(id, { consistent: true })
  expect(place?.doubts).toHaveLength(isDoubtful ? 1 : 0)
  expect((await store.readHead('320800', { consistent: true }))?.version).toBe(isDoubtful ? 2 : 1)
  return reports.length
}

describe('when the database fails', () => {
  it('a report whose answer was lost on the way counts once, and says so', async () => {
    const world = await worldUnder(inTurn(['lost-answer']))
    const answer = await send(world, 1)
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({ counted: true })
    expect(await checkBooks(world)).toBe(1)
  })

  it('a report written twice because its token was forgotten counts once, and says so', async () => {
    const client = database.client()
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand') await next(args)
        return next({ ...args, input: { ...args.input, ClientRequestToken: undefined } })
      },
      { step: 'initialize', priority: 'low', name: 'testTwice' },
    )
    const world = createWorld(database, { client })
    await world.load([buildPlace()])
    expect((await send(world, 1)).json()).toMatchObject({ counted: true })
    expect(await checkBooks(world)).toBe(1)
  })

  it('a report whose every answer was lost is 503, and counts once when sent again', async () => {
    let fate: Fate = () => null
    const world = await worldUnder((command) => fate(command))
    await send(world, 2)
    fate = inTurn(['lost-answer', 'lost-answer', 'lost-answer', 'lost-answer'])
    const lost = await send(world, 1)
    expect(lost.status).toBe(503)
    expect(lost.json()).toMatchObject({ code: 'unavailable' })
    expect(lost.headers['retry-after']).toBe('1')
    expect((await send(world, 1)).json()).toMatchObject({ counted: false })
    expect(await checkBooks(world)).toBe(2)
  })

  it('transactions that conflict are retried', async () => {
    const world = await worldUnder(inTurn(['conflict', 'conflict', null, 'conflict', null, 'conflict']))
    for (const source of [1, 2, 3]) expect((await send(world, source)).status).toBe(200)
    expect(await checkBooks(world)).toBe(3)
  })

  it('transactions that always conflict end in 503 and write nothing', async () => {
    const world = await worldUnder((command) => (command === 'TransactWriteItemsCommand' ? 'conflict' : null))
    expect((await send(world, 1)).status).toBe(503)
    expect(await checkBooks(world)).toBe(0)
  })

  it('a throttled read is 503, is logged with its cause, and the next request is answered', async () => {
    let isThrottled = true
    const world = await worldUnder(() => (isThrottled ? 'throttle' : null), 1)
    const refused = await world.get('/api/regions')
    expect(refused.status).toBe(503)
    expect(world.logged.join()).toContain('"cause":"ThrottlingException"')
    isThrottled = false
    expect((await world.get('/api/regions')).status).toBe(200)
  })

  it('a pack that cannot be put does not keep the catalogue from its reader', async () => {
    const world = await worldUnder((command) => (command === 'PutItemCommand' ? 'throttle' : null), 1)
    expect((await world.get('/api/regions/320800/places')).status).toBe(200)
    expect(world.logged.join()).toContain('pack-write-failed')
  })

  it('reports add up under any of these faults', async () => {
    const dealt = fc.array(fc.option(fc.constantFrom(...faults), { freq: 2 }), { maxLength: 10 })
    const sources = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(dealt, sources, async (fate, list) => {
        await database.clear()
        const world = await worldUnder(inTurn(fate))
        const answers = await Promise.all(list.map((source) => send(world, source)))
        for (const { status } of answers) expect([200, 503]).toContain(status)
        const counted = await checkBooks(world)
        expect(counted).toBeLessThanOrEqual(new Set(list).size)
        if (answers.every(({ status }) => status === 200)) expect(counted).toBe(new Set(list).size)
      }),
      { numRuns: 12 },
    )
  })

  it('an import with conflicts ends with the same places and figures as one without', async () => {
    const places = manyPlaces(250).map((place) => ({ ...place, doubts: [] }))
    const client = withFaults(
      database.client(),
      inTurn(['lost-answer', null, 'conflict', 'throttle', 'lost-answer']),
    )
    const table = openTable({ name: database.tableName, client, sleep: async () => {} })
    const store = createPlacesStore({ tableOf: () => table, clock: Date.now })
    const outcome = await store.applyImport({
      adcode: '320800',
      name: '淮安',
      region: null,
      places: [],
      upserts: places.map(({ doubts, ...place }) => ({ ...place, demo: false })),
      deletes: [],
      pinyin: {},
    })
    expect(outcome).toEqual({ ok: true, value: { version: 3, written: 250, deleted: 0 } })
    const content = await store.readContent('320800')
    expect(content.places).toHaveLength(250)
    expect(await store.readRegion('320800', { consistent: true })).toMatchObject(
      regionFigures('320800', content.places) ?? {},
    )
  })
})
