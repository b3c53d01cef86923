import { type Award, awards } from '../../../functions/points/fragments'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, refusal } from '../../support/worlds/points-world'

const database = withDomain('points')

const quiz = (world: PointsWorld, subject = 'exhibit-1'): Award => ({
  person: world.as('lin').id,
  region: city,
  rule: 'quiz',
  subject,
  at: world.time.now,
  reason: { type: 'quiz', subject, label: '第一展厅' },
})
const own = (world: PointsWorld, sort: string) =>
  world.table.put({ PK: 'another-domain', SK: sort }, { ConditionExpression: 'attribute_not_exists(PK)' })
const closed = { ok: false, error: { award: 'account-closed' } }
const balanceOf = async (world: PointsWorld) => (await world.as('lin').account()).balance

describe('points in the transaction of another domain', () => {
  it('are given with its own writes, or neither is', async () => {
    const world = await createPointsWorld(database)
    const { transactWithAward } = awards(world.table)
    const done = await transactWithAward([own(world, '1')], quiz(world))
    expect(done).toMatchObject({ ok: true, value: { repeated: false, entry: { points: 5 } } })
    const refused = await transactWithAward([own(world, '2'), own(world, '1')], quiz(world, 'exhibit-2'))
    expect(refused).toEqual({ ok: false, error: { own: [1] } })
    expect(await balanceOf(world)).toBe(5)
    expect(await world.table.query('another-domain', '', { consistent: true })).toHaveLength(1)
  })

  it('for the same subject are given once, and the other writes go through', async () => {
    const world = await createPointsWorld(database)
    const { transactWithAward } = awards(world.table)
    await transactWithAward([own(world, '1')], quiz(world))
    const repeated = await transactWithAward([own(world, '2')], quiz(world))
    expect(repeated).toMatchObject({ ok: true, value: { repeated: true, entry: { seq: 1 } } })
    expect(await balanceOf(world)).toBe(5)
    expect(await world.table.query('another-domain', '', { consistent: true })).toHaveLength(2)
  })

  it('are prepared again when the account has changed meanwhile', async () => {
    const world = await createPointsWorld(database)
    const { prepare } = awards(world.table)
    const prepared = await prepare(quiz(world))
    if (!prepared.ok) throw new Error(prepared.error)
    await world.give('lin', 1)
    expect((await world.table.transact([own(world, '1'), ...prepared.value.writes])).ok).toBe(false)
    const { transactWithAward } = awards(world.table)
    expect((await transactWithAward([own(world, '1')], quiz(world))).ok).toBe(true)
    expect(await balanceOf(world)).toBe(6)
  })

  it('leave a mark that refuses a second time by itself, whatever was read of the account', async () => {
    const world = await createPointsWorld(database)
    const prepared = await awards(world.table).prepare(quiz(world))
    if (!prepared.ok) throw new Error(prepared.error)
    expect((await world.table.transact(prepared.value.writes)).ok).toBe(true)
    const mark = prepared.value.writes.slice(0, 1)
    expect(await world.table.transact(mark)).toEqual({ ok: false, error: { at: [0] } })
  })

  it('given concurrently add up', async () => {
    const world = await createPointsWorld(database)
    const all = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((subject) =>
        awards(world.another().table).transactWithAward([own(world, subject)], quiz(world, subject)),
      ),
    )
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(await balanceOf(world)).toBe(30)
  })

  it('are refused by the rules of the city, with nothing written', async () => {
    const world = await createPointsWorld(database)
    const { transactWithAward } = awards(world.table)
    await world.give('lin', 600)
    await world.holdings.close(world.as('lin').id, world.time.now)
    const refused = await transactWithAward([own(world, '1')], quiz(world))
    expect(refused).toEqual({ ok: false, error: { award: 'account-closed' } })
    expect(await world.table.query('another-domain', '', { consistent: true })).toEqual([])
  })
})

describe('all that is held of a person', () => {
  it('is exported city by city', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 150)
    await world.give('lin', 30, '371600')
    const order = await world.as('lin').ordered(await world.gift())
    const gift = await world.gift({ stock: 0 })
    await world.as('lin').post(`/api/gifts/${gift.id}/waiting`)
    const held = await world.holdings.of(world.as('lin').id)
    expect(held).toMatchObject([
      {
        region: city,
        balance: 50,
        entries: [{ kind: 'spend' }, { kind: 'adjust' }],
        orders: [order],
        waitingFor: [{ gift: gift.id, since: '2026-11-18T02:00:00.000Z' }],
      },
      { region: '371600', balance: 30, orders: [] },
    ])
    expect(await world.holdings.of(world.as('zhou').id)).toEqual([])
  })
})

describe('closing', () => {
  it('gives back what is reserved, leaves every list, writes off the rest, and nothing happens any more', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 250)
    const lin = world.as('lin')
    const gift = await world.gift({ stock: 1 })
    const order = await lin.ordered(gift)
    const wanted = await world.gift({ stock: 0 })
    await lin.post(`/api/gifts/${wanted.id}/waiting`)
    await world.holdings.close(lin.id, world.time.now)

    expect(await lin.account()).toMatchObject({ balance: 0, lots: [], reserved: 0 })
    expect((await world.store.readOrder(order.id))?.state).toBe('cancelled')
    expect(await world.store.stock.readShards(gift, { consistent: true })).toMatchObject([
      { left: 1, taken: 0 },
    ])
    expect(await world.store.countWaiting(wanted.id)).toEqual({ count: 0, more: false })
    const { entries } = await world.store.readEntries(
      { person: lin.id, region: city },
      { after: null, limit: 9 },
    )
    expect(entries.map(({ kind, points, reason }) => [kind, points, reason.type])).toEqual([
      ['expire', -250, 'closed'],
      ['refund', 100, 'cancelled'],
      ['spend', -100, 'order'],
      ['adjust', 250, 'adjustment'],
    ])
    expect(refusal(await lin.post('/api/points/check-ins', { region: city }))).toBe('409 account-closed')
    expect(refusal(await lin.order(gift))).toBe('409 account-closed')
    expect(refusal(await lin.post(`/api/gifts/${wanted.id}/waiting`))).toBe('409 account-closed')
    const before = await database.scan()
    await world.holdings.close(lin.id, world.time.now + 1)
    expect(await database.scan()).toEqual(before)
  })

  it('of somebody without an account lets none begin: by a check-in, an award, or a place in a list', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    const wanted = await world.gift({ stock: 0 })
    await world.holdings.close(lin.id, world.time.now)
    const before = await database.scan()
    expect(refusal(await lin.post('/api/points/check-ins', { region: city }))).toBe('409 account-closed')
    expect(refusal(await lin.post(`/api/gifts/${wanted.id}/waiting`))).toBe('409 account-closed')
    expect(await awards(world.table).transactWithAward([own(world, '1')], quiz(world))).toEqual(closed)
    expect(await database.scan()).toEqual(before)
    expect(before.filter((item) => JSON.stringify(item).includes(lin.id))).toEqual([
      { PK: `person#${lin.id}`, SK: 'left' },
    ])
  })

  it('of an account in one city lets none begin in another', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 1)
    await world.holdings.close(world.as('lin').id, world.time.now)
    const elsewhere = { ...quiz(world), region: '371600' }
    expect(await awards(world.table).transactWithAward([], elsewhere)).toEqual(closed)
  })

  it('refuses a first account that was prepared before, and an award prepared anew says why', async () => {
    const world = await createPointsWorld(database)
    const { prepare, transactWithAward } = awards(world.table)
    const prepared = await prepare(quiz(world))
    if (!prepared.ok) throw new Error(prepared.error)
    await world.holdings.close(world.as('lin').id, world.time.now)
    expect((await world.table.transact([own(world, '1'), ...prepared.value.writes])).ok).toBe(false)
    expect(await transactWithAward([own(world, '1')], quiz(world))).toEqual(closed)
    expect(await balanceOf(world)).toBe(0)
  })

  it('and first accounts at the same moment end with every account closed over nothing', async () => {
    const world = await createPointsWorld(database)
    const earnAnother = (subject: string) => (region: string) =>
      awards(world.another().table).transactWithAward([], { ...quiz(world, subject), region })
    const earn = earnAnother('exhibit-1')
    const cities = ['110100', '310100', '320800', '371600', '440100', '510100']
    const close = () => world.another().holdings.close(world.as('lin').id, world.time.now)
    const before = await Promise.all([...cities.slice(0, 3).map(earn), close(), ...cities.slice(3).map(earn)])
    const held = await world.holdings.of(world.as('lin').id)
    expect(held).toHaveLength(before.filter((one) => one?.ok).length)
    for (const account of held) expect(account).toMatchObject({ isClosed: true, balance: 0 })
    for (const region of cities) expect(await earnAnother('exhibit-2')(region)).toEqual(closed)
  })

  it('removes the account from the directory that the sweep reads', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 1)
    const listed = async () =>
      (await database.scan()).filter(({ PK }) => String(PK).startsWith('accounts#')).length
    expect(await listed()).toBe(1)
    await world.holdings.close(world.as('lin').id, world.time.now)
    expect(await listed()).toBe(0)
  })
})

describe('an award that comes alone', () => {
  it('is given once, and repeated it answers as the first time without a write', async () => {
    const world = await createPointsWorld(database)
    const { transactWithAward } = awards(world.table)
    expect(await transactWithAward([], quiz(world))).toMatchObject({
      ok: true,
      value: { repeated: false, entry: { seq: 1, points: 5 } },
    })
    expect(await transactWithAward([], quiz(world))).toMatchObject({
      ok: true,
      value: { repeated: true, entry: { seq: 1, points: 5 } },
    })
  })
})
