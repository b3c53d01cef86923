import { type Order, orderSchema } from '../../../functions/points/contract'
import { addDays, type Day, dayMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, type PointsWorld, parsed, refusal } from '../../support/worlds/points-world'

const database = withDomain('points')
const at = (text: string) => Date.parse(`${text}+08:00`)
const tenPast = (day: string) => at(`${day}T00:10:00`)
const stateOf = async (world: PointsWorld, name: string, order: Order) =>
  parsed(orderSchema, await world.as(name).get(`/api/orders/${order.id}`)).state
const entriesOf = async (world: PointsWorld, name: string) => {
  const owner = { person: world.as(name).id, region: city }
  return (await world.store.readEntries(owner, { after: null, limit: 30 })).entries
}

/** As in a city whose sweep came every day up to this one; else the first looks back a month. */
const sweptUntil = async ({ store }: PointsWorld, day: Day): Promise<void> => {
  await store.saveProgress('orders', addDays(day, -15))
  await store.saveProgress('offers', addDays(day, -1))
}

describe('an order not picked up', () => {
  it('expires when its fourteen days are over, and gives back points and piece', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 1, perPerson: 1 })
    const order = await world.as('lin').ordered(gift)
    world.time.now = tenPast('2026-12-02')
    expect(await world.sweep()).toMatchObject({ orders: 0, complete: true })
    expect(await stateOf(world, 'lin', order)).toBe('reserved')
    world.time.now = tenPast('2026-12-03')
    expect(await world.sweep()).toMatchObject({ orders: 1, complete: true })
    expect(await stateOf(world, 'lin', order)).toBe('expired')
    expect(await world.as('lin').account()).toMatchObject({ balance: 100, reserved: 0, redeemedThisYear: 0 })
    const [entry] = await entriesOf(world, 'lin')
    expect(entry).toMatchObject({ kind: 'refund', points: 100, reason: { type: 'not-picked-up', lapsed: 0 } })
    expect(refusal(await world.as('lin').cancel(order.id))).toBe('409 order-expired')
    expect((await world.as('lin').order(gift)).status).toBe(200)
  })

  it('goes to whoever waits for it', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 1 })
    await world.as('lin').ordered(gift)
    await world.as('zhou').post(`/api/gifts/${gift.id}/waiting`)
    await sweptUntil(world, '2026-12-02')
    world.time.now = tenPast('2026-12-03')
    await world.sweep()
    expect((await world.as('zhou').get(`/api/gifts/${gift.id}/waiting`)).json()).toMatchObject({
      state: 'offered',
    })
  })

  it('is found by the next run that comes, however many were missed', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    const gift = await world.gift()
    for (const day of ['2026-11-18', '2026-11-20', '2026-11-25']) {
      world.time.now = at(`${day}T12:00:00`)
      await world.as('lin').ordered(gift)
    }
    world.time.now = tenPast('2026-12-05')
    expect(await world.sweep()).toMatchObject({ orders: 2 })
    world.time.now = tenPast('2026-12-16')
    expect(await world.sweep()).toMatchObject({ orders: 1, complete: true })
    expect((await world.as('lin').account()).balance).toBe(300)
  })

  it('expires once, though two sweeps run at the same moment and another comes after', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    const gift = await world.gift()
    for (let i = 0; i < 3; i++) await world.as('lin').ordered(gift)
    await sweptUntil(world, '2026-12-02')
    world.time.now = tenPast('2026-12-03')
    await Promise.all([world.sweep(), world.another().sweep(), world.another().sweep()])
    expect(await world.sweep()).toMatchObject({ orders: 0, complete: true })
    expect((await world.as('lin').account()).balance).toBe(300)
    expect((await entriesOf(world, 'lin')).filter(({ kind }) => kind === 'refund')).toHaveLength(3)
    const [shard] = await world.store.stock.readShards(gift, { consistent: true })
    expect(shard).toMatchObject({ left: 10, taken: 0 })
  })

  it('that a run had no time for is done by the next', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    const gift = await world.gift()
    for (let i = 0; i < 3; i++) await world.as('lin').ordered(gift)
    await sweptUntil(world, '2026-12-02')
    world.time.now = tenPast('2026-12-03')
    expect(await world.sweep(world.time.now)).toEqual({ orders: 0, offers: 0, lots: 0, complete: false })
    expect(await world.sweep()).toMatchObject({ orders: 3, complete: true })
  })

  it('that could not be written is left for the next run, and its day with it', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    await world.as('lin').ordered(await world.gift())
    const client = database.client()
    let isBusy = true
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (isBusy && context.commandName === 'TransactWriteItemsCommand') await world.give('lin', 1)
        return next(args)
      },
      { step: 'initialize', name: 'alwaysFirst' },
    )
    const busy = await createPointsWorld(database, { client, seed: 2 })
    await sweptUntil(world, '2026-12-02')
    world.time.now = tenPast('2026-12-03')
    busy.time.now = world.time.now
    expect(await busy.sweep()).toMatchObject({ orders: 0, complete: false })
    isBusy = false
    busy.time.now += dayMs
    expect(await busy.sweep()).toMatchObject({ orders: 1, complete: true })
  })
})

describe('lots', () => {
  it('lapse at the end of the following year, for everyone, in order of their years, once', async () => {
    const world = await createPointsWorld(database, { at: '2024-05-01T10:00:00+08:00' })
    await world.give('lin', 30)
    await world.give('zhou', 40)
    world.time.now = at('2025-05-01T10:00:00')
    await world.give('lin', 20)
    world.time.now = at('2026-05-01T10:00:00')
    await world.give('wang', 10)
    await sweptUntil(world, '2026-12-31')
    world.time.now = tenPast('2027-01-01')
    expect((await world.as('lin').account()).balance).toBe(0)
    expect(await world.sweep()).toMatchObject({ lots: 3, complete: true })
    expect(await entriesOf(world, 'lin')).toMatchObject([
      { points: -20, balance: 0, reason: { type: 'lapsed', year: 2025 } },
      { points: -30, balance: 20, reason: { type: 'lapsed', year: 2024 } },
      { points: 20, balance: 50 },
      { points: 30, balance: 30 },
    ])
    expect((await world.as('zhou').account()).balance).toBe(0)
    expect(await world.sweep()).toMatchObject({ lots: 0, complete: true })
    world.time.now = tenPast('2028-01-01')
    await sweptUntil(world, '2027-12-31')
    expect(await world.sweep()).toMatchObject({ lots: 1 })
    expect((await world.as('wang').account()).balance).toBe(0)
  })

  it('that lapsed cannot be spent before the sweep', async () => {
    const world = await createPointsWorld(database, { at: '2025-12-31T23:00:00+08:00' })
    await world.give('lin', 100)
    const gift = await world.gift({ price: 100 })
    world.time.now = at('2027-01-01T00:00:01')
    expect(refusal(await world.as('lin').order(gift))).toBe('409 points-short')
    await world.give('lin', 150)
    await world.as('lin').ordered(gift)
    expect(await entriesOf(world, 'lin')).toMatchObject([
      { kind: 'spend', points: -100, balance: 50 },
      { kind: 'adjust', points: 150, balance: 150 },
      { kind: 'expire', points: -100, balance: 0 },
      { kind: 'adjust', points: 100 },
    ])
  })

  it('are announced a month ahead', async () => {
    const world = await createPointsWorld(database, { at: '2026-05-01T10:00:00+08:00' })
    await world.give('lin', 70)
    world.time.now = at('2027-11-29T10:00:00')
    expect((await world.as('lin').account()).expiring).toBeNull()
    world.time.now = at('2027-11-30T10:00:00')
    expect((await world.as('lin').account()).expiring).toEqual({ points: 70, on: '2027-12-31' })
  })

  it('are written off once each by a run that died midway and was started again', async () => {
    const world = await createPointsWorld(database, { at: '2024-05-01T10:00:00+08:00' })
    const names = Array.from({ length: 12 }, (_, i) => `${i}p${i}`)
    for (const name of names) await world.give(name, 10)
    await sweptUntil(world, '2025-12-31')
    world.time.now = tenPast('2026-01-01')
    const client = database.client({ maxAttempts: 1 })
    let writes = 0
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand' && ++writes > 5) throw new Error('killed')
        return next(args)
      },
      { step: 'initialize', name: 'dies' },
    )
    const dying = await createPointsWorld(database, { client, seed: 2 })
    dying.time.now = world.time.now
    await expect(dying.sweep()).rejects.toThrow('killed')
    expect(await world.sweep()).toMatchObject({ lots: 7, complete: true })
    for (const name of names) expect((await world.as(name).account()).balance).toBe(0)
    expect(await entriesOf(world, names[0] ?? '')).toHaveLength(2)
  })
})
