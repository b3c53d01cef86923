import { reportersFragment } from '../../../../functions/places/fragments'
import { openTable } from '../../../../functions/shared/aws/table'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fault, withFaults } from '../../../support/faults/faults'
import { createWorld, type WorldOptions } from '../../../support/worlds/world'
import { accepted, colleague, id, lin, reviewer, reviewKit, staff } from './review-kit'

const database = withDomain('places', 'points')
const { worldWith, report, listOf, firstOf, decide, balanceOf, recordOf, doubtsOf } = reviewKit(database)
const day = 24 * 60 * 60 * 1000

describe('accepting a report', () => {
  it('gives its reporter points, once, and forgets who it was', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    const first = await decide(world, open, accepted)
    expect(first).toMatchObject({ accept: true, settled: false, award: 'given' })
    expect(await decide(world, open, accepted)).toEqual(first)
    expect(await decide(world, open, accepted, colleague)).toBe('report-decided')
    expect(await balanceOf(lin)).toBe(20)
    // What has expired the table drops in its own time.
    const now = world.time.now / 1000
    const live = (await database.scan()).filter(
      ({ expiresAt }) => expiresAt === undefined || Number(expiresAt) > now,
    )
    expect(JSON.stringify(live)).not.toContain(lin)
    expect(await listOf(world)).toEqual([])
  })

  it('does not undo the mark of a person who leaves right afterwards', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    await decide(world, await firstOf(world), accepted)
    const now = world.time.now / 1000
    // The table drops what has run out at any moment, also between two writes.
    const client = database.client()
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args)
        for (const { PK, SK, expiresAt } of await database.scan())
          if (Number(expiresAt) <= now) await database.remove({ PK: String(PK), SK: String(SK) })
        return answer
      },
      { step: 'initialize', name: 'testExpiry' },
    )
    await reportersFragment(openTable({ name: database.tableName, client })).forget(lin, world.time.now)
    expect(await report(world, lin, { fact: 'gone', credit: true })).toMatchObject({ credited: false })
  })

  it('by twenty people at the same moment counts once', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => decide(world, open, accepted, i % 2 ? staff : colleague)),
    )
    expect(outcomes.filter((outcome) => outcome === 'report-decided')).toHaveLength(10)
    expect(await balanceOf(lin)).toBe(20)
  })

  it.each<Fault>(['lost-answer', 'conflict'])('gives the points once through a %s', async (fault) => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    let dealt = 0
    const client = withFaults(database.client(), (command) =>
      command === 'TransactWriteItemsCommand' && dealt++ === 0 ? fault : null,
    )
    const faulty = createWorld(database, { client })
    expect(await decide(faulty, open, accepted)).toMatchObject({ award: 'given' })
    expect(dealt).toBeGreaterThan(1)
    expect(await balanceOf(lin)).toBe(20)
  })

  it('gives nothing to whoever accepts their own', async () => {
    const world = await worldWith()
    await report(world, staff, { fact: 'locked', credit: true }, [reviewer])
    expect(await decide(world, await firstOf(world), accepted)).toMatchObject({ accept: true, award: 'none' })
    expect(await balanceOf(staff)).toBe(0)
  })

  it('gives nothing to whoever did not ask', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked' })
    expect(await decide(world, await firstOf(world), accepted)).toMatchObject({ award: 'none' })
    expect(await balanceOf(lin)).toBe(0)
  })

  it('says where the cap of the day was reached, and is decided all the same', async () => {
    const world = await worldWith()
    for (const fact of ['locked', 'gone', 'moved'] as const) await report(world, lin, { fact, credit: true })
    const outcomes = []
    for (const { id } of await listOf(world)) outcomes.push(await decide(world, id, accepted))
    expect(outcomes).toMatchObject([{ award: 'given' }, { award: 'given' }, { award: 'cap-reached' }])
    expect(await balanceOf(lin)).toBe(40)
    expect(await listOf(world)).toEqual([])
  })

  it('leaves the doubt where it is not settled', async () => {
    const world = await worldWith()
    for (let i = 0; i < 3; i++) await report(world, null, { fact: 'locked' })
    await decide(world, await firstOf(world), accepted)
    expect(await doubtsOf(world)).toHaveLength(1)
    expect((await listOf(world))[0]).toMatchObject({ doubted: true })
  })

  it('that settles the fact removes the doubt, with a new version of the region and three more reports needed', async () => {
    const world = await worldWith()
    const empty = { fact: 'out-of-stock', amenity: 'water' } as const
    for (let i = 0; i < 3; i++) await report(world, null, empty)
    expect(await doubtsOf(world)).toHaveLength(1)
    await decide(world, await firstOf(world), { accept: true, settled: true })
    expect(await doubtsOf(world)).toEqual([])
    expect((await world.store.readHead('320800', { consistent: true }))?.version).toBe(3)
    const place = await world.store.readPlace(id, { consistent: true })
    expect(place?.amenities).toEqual([{ amenity: 'water', verifiedOn: '2026-11-18' }])
    world.time.now += day
    for (let i = 0; i < 2; i++) await report(world, null, empty)
    expect(await doubtsOf(world)).toEqual([])
    await report(world, null, empty)
    expect(await doubtsOf(world)).toHaveLength(1)
  })
})

describe('the record of what staff did', () => {
  const decidedAt = '2026-11-18T02:00:00.000Z'

  it('has an accepted report: by whom, about what, what came of it, and not who sent it', async () => {
    const world = await worldWith()
    const note = '空桶'
    await report(world, lin, { fact: 'out-of-stock', amenity: 'water', note, credit: true })
    await decide(world, await firstOf(world), { accept: true, settled: true })
    expect(await recordOf()).toEqual([
      {
        at: decidedAt,
        by: staff,
        action: 'report-accepted',
        subject: id,
        changes: [
          { field: 'fact', before: '', after: 'out-of-stock' },
          { field: 'amenity', before: '', after: 'water' },
          { field: 'settled', before: '', after: 'true' },
          { field: 'award', before: '', after: 'given' },
        ],
      },
    ])
    expect(JSON.stringify(await recordOf())).not.toMatch(new RegExp(`${lin}|${note}`))
  })

  it('has a rejected one, also where nobody asked for points', async () => {
    const world = await worldWith()
    await report(world, null, { fact: 'locked' })
    await decide(world, await firstOf(world), { accept: false, settled: false })
    expect(await recordOf()).toMatchObject([
      {
        by: staff,
        action: 'report-rejected',
        subject: id,
        changes: [{ after: 'locked' }, { after: 'false' }, { field: 'award', after: 'none' }],
      },
    ])
  })

  it('has a decision once, however often and by however many it is made', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => decide(world, open, accepted, i % 2 ? staff : colleague)),
    )
    await decide(world, open, accepted)
    expect(await recordOf()).toHaveLength(1)
  })

  it('has nothing of a decision that was refused', async () => {
    const world = await worldWith()
    await report(world, lin, { fact: 'locked', credit: true })
    await decide(world, await firstOf(world), accepted, colleague, [])
    await decide(world, '320800-1763431200000-0123456789', accepted)
    expect(await recordOf()).toEqual([])
  })

  it('and the decision are written together: where the record is refused, nothing is decided', async () => {
    const between: WorldOptions['between'] = (table, domain) =>
      domain === 'audit'
        ? { ...table, put: (item) => table.put(item, { ConditionExpression: 'attribute_exists(PK)' }) }
        : table
    const world = await worldWith({ between })
    await report(world, lin, { fact: 'locked', credit: true })
    const open = await firstOf(world)
    expect(await decide(world, open, accepted)).toBe('report-conflict')
    expect(await balanceOf(lin)).toBe(0)
    expect(await listOf(world)).toHaveLength(1)
  })
})
