import {
  batchCodesSchema,
  batchSchema,
  earnedSchema,
  proposalSchema,
} from '../../../../functions/points/contract'
import { readCode, withCheck, written } from '../../../../functions/points/rules/code'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fault, withFaults } from '../../../support/faults/faults'
import { seeded } from '../../../support/samples/random'
import { city, createPointsWorld, parsed, refusal } from '../../../support/worlds/points-world'
import { auditOf, codesOf, decide, enter, firstCode, newBatch, proposedBatch } from './kit'

const database = withDomain('points')
const hour = 60 * 60 * 1000
const kept = async (prefix: string) =>
  (await database.scan('points')).filter(({ PK }) => String(PK).startsWith(prefix))
const random = seeded(3)
/** Well formed, and not one of ours. */
const guess = () =>
  withCheck(Array.from({ length: 11 }, () => random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join(''))

/** With an engine under the load of many callers on a busy machine, the client waits for its turn instead of giving up. */
const patientWorld = () => createPointsWorld(database, { client: database.client({ maxAttempts: 15 }) })

describe('a batch of codes', () => {
  it('can be printed again and again, and is kept as hashes alone', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff, { count: 7 })
    expect(batch).toMatchObject({ count: 7, used: 0, points: 30, isStopped: false, region: city })
    const codes = await codesOf(staff, batch)
    expect(codes).toHaveLength(7)
    expect(new Set(codes.map(({ code }) => code)).size).toBe(7)
    for (const { code } of codes) expect(code).toBe(written(readCode(code) ?? ''))
    expect(await codesOf(staff, batch)).toEqual(codes)
    const table = JSON.stringify(await database.scan('points'))
    for (const { code } of codes)
      for (const trace of [code, code.replaceAll('-', ''), code.replaceAll('-', '').slice(0, 11)])
        expect(table).not.toContain(trace)
    expect(world.logged.join()).not.toContain(codes[0]?.code)
  })

  it('says who proposed and who approved it', async () => {
    const world = await createPointsWorld(database)
    const [staff, colleague] = [world.staff('staff'), world.staff('colleague')]
    const batch = await newBatch(world, staff)
    expect(batch).toMatchObject({ proposedBy: staff.id, approvedBy: colleague.id })
  })

  it('of a thousand is created completely, and all of its codes differ', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff, { count: 1000 })
    expect(await kept('code#')).toHaveLength(1000)
    expect(new Set((await codesOf(staff, batch)).map(({ code }) => code)).size).toBe(1000)
  })

  it('asked for five times at once with one key is one batch', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const key = world.key()
    const batches = await Promise.all(
      Array.from({ length: 5 }, () => newBatch(world, staff, { count: 250, key })),
    )
    expect(new Set(batches.map(({ id }) => id)).size).toBe(1)
    expect(await kept('code#')).toHaveLength(250)
    const created = (await auditOf(staff)).filter(({ action }) => action === 'batch-created')
    expect(created).toHaveLength(1)
  })

  it('whose making died midway is there, and finished by looking at it, without a code lost or changed', async () => {
    const world = await createPointsWorld(database)
    const proposal = await proposedBatch(world, world.staff('staff'), { count: 300 })
    let transactions = 0
    const client = withFaults(database.client({ maxAttempts: 1 }), (command) =>
      command === 'TransactWriteItemsCommand' && ++transactions > 2 ? 'throttle' : null,
    )
    const dying = await createPointsWorld(database, { client, seed: 2 })
    expect((await decide(dying.staff('colleague'), proposal)).status).toBe(503)
    expect(await kept('code#')).toHaveLength(99)
    const repeated = parsed(proposalSchema, await decide(world.staff('colleague'), proposal))
    expect(repeated.state).toBe('approved')
    const codes = await codesOf(world.staff('staff'), { id: repeated.subject })
    expect(new Set(codes.map(({ code }) => code)).size).toBe(300)
    expect(await kept('code#')).toHaveLength(300)
    expect((await enter(world.as('lin'), codes[299]?.code ?? '')).status).toBe(200)
  })

  it('is finished by looking at it, too, and what was used meanwhile stays used', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff, { count: 200 })
    const codes = await codesOf(staff, batch)
    await enter(world.as('lin'), codes[0]?.code ?? '')
    // As it stood in the table while it was being made.
    for (const { PK, SK, index } of await kept('code#'))
      if (Number(index) >= 99) await database.remove({ PK: String(PK), SK: String(SK) })
    const [item] = await kept('batches#')
    await world.table.transact([world.table.put({ PK: '', SK: '', ...item, made: 99 })])
    const after = await codesOf(staff, batch)
    expect(after.map(({ code }) => code)).toEqual(codes.map(({ code }) => code))
    expect(after.filter(({ used }) => used)).toHaveLength(1)
    expect(await kept('code#')).toHaveLength(200)
  })

  it.each<[string, object]>([
    ['no codes', { count: 0 }],
    ['more than a thousand', { count: 1001 }],
    ['an end in the past', { until: '2026-11-17' }],
    ['a day there is not', { until: '2026-02-30' }],
    ['no points', { points: 0 }],
  ])('of %s is refused, and nothing is written', async (_, overrides) => {
    const world = await createPointsWorld(database)
    const body = { region: city, label: '冬季', count: 5, points: 30, until: '2026-12-31', ...overrides }
    const staff = world.staff('staff')
    for (const [path, sent] of [
      ['/api/staff/code-batches', body],
      ['/api/staff/proposals', { operation: 'createBatch', request: body }],
    ] as const)
      expect(refusal(await staff.post(path, sent, { key: world.key() }))).toBe('400 invalid-request')
    expect(await database.scan('points')).toEqual([])
  })

  it('records who looked at its codes, every time', async () => {
    const world = await createPointsWorld(database)
    const batch = await newBatch(world, world.staff('staff'))
    world.time.now += 1000
    await codesOf(world.staff('colleague'), batch)
    const [look] = await auditOf(world.staff('staff'))
    expect(look).toMatchObject({ action: 'codes-read', subject: batch.id, by: world.as('colleague').id })
  })
})

describe('a code', () => {
  it('gives its points once; to the same person it says so again', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff)
    const code = await firstCode(staff, batch)
    const lin = world.as('lin')
    const first = parsed(earnedSchema, await enter(lin, code.toLowerCase().replaceAll('-', ' ')))
    expect(first).toMatchObject({ region: city, repeated: false, entry: { points: 30, kind: 'earn' } })
    expect(first.entry.reason).toEqual({ type: 'code', batch: batch.id, label: '冬季活动' })
    expect(parsed(earnedSchema, await enter(lin, code))).toEqual({ ...first, repeated: true })
    expect(refusal(await enter(world.as('zhou'), code))).toBe('409 code-used')
    expect((await lin.account()).balance).toBe(30)
    const { batch: reviewed, codes } = parsed(
      batchCodesSchema,
      await staff.get(`/api/staff/code-batches/${batch.id}/codes`),
    )
    expect(reviewed.used).toBe(1)
    expect(codes.map(({ used }) => used)).toEqual([true, false, false, false, false])
  })

  it('entered by fifty people at the same moment gives one of them points', async () => {
    const world = await patientWorld()
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff)
    const code = await firstCode(staff, batch)
    const names = Array.from({ length: 50 }, (_, i) => `p${i}`)
    const answers = await Promise.all(names.map((name) => enter(world.as(name), code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(refusal(answer)).toBe('409 code-used')
    const entries = (await database.scan('points')).filter(({ SK }) => String(SK).includes('#entry#'))
    expect(entries).toHaveLength(1)
    expect((await kept('batches#'))[0]).toMatchObject({ used: 1 })
  })

  it.each<Fault>(['lost-answer', 'conflict', 'throttle'])(
    'gives its points once through a %s',
    async (fault) => {
      const calm = await createPointsWorld(database)
      const batch = await newBatch(calm, calm.staff('staff'))
      const code = await firstCode(calm.staff('staff'), batch)
      let dealt = 0
      const client = withFaults(database.client(), (command) =>
        command === 'TransactWriteItemsCommand' && dealt++ === 0 ? fault : null,
      )
      const world = await createPointsWorld(database, { client, seed: 5 })
      expect((await enter(world.as('lin'), code)).status).toBe(200)
      expect(dealt).toBeGreaterThan(1)
      expect((await calm.as('lin').account()).balance).toBe(30)
    },
  )

  it('is good to the end of its last day in China, and not after', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff, { until: '2026-11-18' })
    const codes = await codesOf(staff, batch)
    world.time.now = Date.parse('2026-11-18T23:59:59+08:00')
    expect((await enter(world.as('lin'), codes[0]?.code ?? '')).status).toBe(200)
    world.time.now = Date.parse('2026-11-19T00:00:00+08:00')
    expect(refusal(await enter(world.as('lin'), codes[1]?.code ?? ''))).toBe('410 code-expired')
    const repeated = parsed(earnedSchema, await enter(world.as('lin'), codes[0]?.code ?? ''))
    expect(repeated.repeated).toBe(true)
  })

  it('of a batch that was stopped is worth nothing, but what was earned stays', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const batch = await newBatch(world, staff)
    const codes = await codesOf(staff, batch)
    await enter(world.as('lin'), codes[0]?.code ?? '')
    const stop = () => staff.post(`/api/staff/code-batches/${batch.id}/stop`, {})
    world.time.now += 1000
    expect(parsed(batchSchema, await stop())).toMatchObject({ isStopped: true, used: 1 })
    expect(parsed(batchSchema, await stop())).toMatchObject({ isStopped: true })
    expect(refusal(await enter(world.as('zhou'), codes[1]?.code ?? ''))).toBe('410 code-expired')
    expect((await world.as('lin').account()).balance).toBe(30)
    expect((await auditOf(staff)).filter(({ action }) => action === 'batch-stopped')).toHaveLength(1)
  })

  it('that does not fit under a cap stays good for another day', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const big = await codesOf(staff, await newBatch(world, staff, { points: 400 }))
    expect((await enter(world.as('lin'), big[0]?.code ?? '')).status).toBe(200)
    expect(refusal(await enter(world.as('lin'), big[1]?.code ?? ''))).toBe('409 monthly-cap-reached')
    world.time.now = Date.parse('2026-12-01T09:00:00+08:00')
    expect((await enter(world.as('lin'), big[1]?.code ?? '')).status).toBe(200)
  })
})

describe('codes of a batch that others keep writing to', () => {
  it.each(['read', 'stopped'])('are %s later: nothing is broken', async (what) => {
    let isBusy = false
    const isConflict = (command: string) =>
      isBusy && command === 'TransactWriteItemsCommand' ? 'conflict' : null
    const world = await createPointsWorld(database, { client: withFaults(database.client(), isConflict) })
    const staff = world.staff('staff')
    const { id } = await newBatch(world, staff)
    isBusy = true
    const path = `/api/staff/code-batches/${id}`
    const answer = await (what === 'read' ? staff.get(`${path}/codes`) : staff.post(`${path}/stop`, {}))
    expect(refusal(answer)).toBe('503 unavailable')
  })
})

describe('guessing codes', () => {
  it('is locked out after ten within an hour, for an hour, with one line in the log that names nobody', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const good = await codesOf(staff, await newBatch(world, staff))
    const lin = world.as('lin')
    for (let i = 0; i < 10; i++) expect(refusal(await enter(lin, guess()))).toBe('400 code-wrong')
    const locked = await enter(lin, good[0]?.code ?? '')
    expect(refusal(locked)).toBe('429 too-many-tries')
    expect(Number(locked.headers['retry-after'])).toBe(3600)
    const lines = world.logged.filter((line) => line.includes('code-tries-locked'))
    expect(lines).toHaveLength(1)
    expect(world.logged.join()).not.toContain(lin.id)
    expect((await enter(world.as('zhou'), good[1]?.code ?? '')).status).toBe(200)
    world.time.now += hour - 1000
    expect(refusal(await enter(lin, good[0]?.code ?? ''))).toBe('429 too-many-tries')
    world.time.now += 1000
    expect((await enter(lin, good[0]?.code ?? '')).status).toBe(200)
  })

  it('a hundred at the same moment gets ten looks at most', async () => {
    const world = await patientWorld()
    const answers = await Promise.all(Array.from({ length: 100 }, () => enter(world.as('lin'), guess())))
    const codes = answers.map(refusal)
    const looked = codes.filter((code) => code === '400 code-wrong').length
    expect(looked).toBeGreaterThan(0)
    expect(looked).toBeLessThanOrEqual(10)
    expect(codes.filter((code) => code === '429 too-many-tries')).toHaveLength(100 - looked)
  })

  it('through the hour locks from the last wrong one on, not from the first', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    for (let i = 0; i < 10; i++) {
      expect(refusal(await enter(lin, guess()))).toBe('400 code-wrong')
      if (i < 9) world.time.now += 6 * 60 * 1000
    }
    world.time.now += hour - 1000
    const locked = await enter(lin, guess())
    expect(refusal(locked)).toBe('429 too-many-tries')
    expect(locked.headers['retry-after']).toBe('1')
    world.time.now += 1000
    expect(refusal(await enter(lin, guess()))).toBe('400 code-wrong')
  })

  it('is not what somebody does who misreads a character, or enters good ones', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const good = await codesOf(staff, await newBatch(world, staff, { count: 20, points: 1 }))
    const lin = world.as('lin')
    for (let i = 0; i < 15; i++) expect(refusal(await enter(lin, 'ABCD-EFGH-JKM0'))).toBe('400 code-wrong')
    for (const { code } of good) expect((await enter(lin, code)).status).toBe(200)
    expect((await lin.account()).balance).toBe(20)
  })

  it('slowly is never locked: nine an hour are nine an hour', async () => {
    const world = await createPointsWorld(database)
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 9; i++)
        expect(refusal(await enter(world.as('lin'), guess()))).toBe('400 code-wrong')
      world.time.now += hour
    }
  })
})
