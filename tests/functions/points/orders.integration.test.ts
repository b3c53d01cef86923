import { orderSchema, ordersResponseSchema } from '../../../functions/points/contract'
import { dayMs, minuteMs } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { inTurn, withFaults } from '../../support/faults/faults'
import { city, createPointsWorld, outlets, parsed, refusal, stockOf } from '../../support/worlds/points-world'

const database = withDomain('points')

describe('an order', () => {
  it('that was shown to one person is refused when another has logged in meanwhile', async () => {
    const world = await createPointsWorld(database)
    for (const name of ['lin', 'zhou']) await world.give(name, 100)
    const gift = await world.gift({ stock: 1 })
    const body = { gift: gift.id, outlet: outlets.first }
    const shownTo = (name: string) => ({ key: world.key(), headers: { 'acting-person': world.as(name).id } })
    const refused = await world.as('zhou').post('/api/orders', body, shownTo('lin'))
    expect(refusal(refused)).toBe('409 another-person')
    expect((await world.as('zhou').account()).balance).toBe(100)
    expect((await world.as('lin').account()).balance).toBe(100)
    expect(await stockOf(world, gift)).toEqual([1, 0, 0])
    const own = await world.as('zhou').post('/api/orders', body, shownTo('zhou'))
    expect(parsed(orderSchema, own)).toMatchObject({ state: 'reserved' })
  })

  it('is four writes: account, entry, order and stock', async () => {
    const client = database.client()
    let counted: number[] = []
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const { TransactItems = [] } = Object(args.input)
        if (context.commandName === 'TransactWriteItemsCommand') counted.push(TransactItems.length)
        return next(args)
      },
      { step: 'initialize', name: 'countWrites' },
    )
    const world = await createPointsWorld(database, { client })
    await world.give('lin', 100)
    const gift = await world.gift({ perPerson: 2 })
    counted = []
    await world.as('lin').ordered(gift)
    expect(counted).toEqual([4])
  })

  it('has a key, and one of today', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const lin = world.as('lin')
    const body = { gift: gift.id, outlet: outlets.first }
    expect(refusal(await lin.post('/api/orders', body))).toBe('400 idempotency-key-missing')
    expect(refusal(await lin.post('/api/orders', body, { key: 'again' }))).toBe('400 idempotency-key-missing')
    const key = world.key()
    world.time.now += dayMs + minuteMs
    expect(refusal(await lin.post('/api/orders', body, { key }))).toBe('400 idempotency-key-stale')
  })

  it('asked for again after midnight is the one of before', async () => {
    const world = await createPointsWorld(database, { at: '2026-11-18T23:59:30+08:00' })
    await world.give('lin', 200)
    const gift = await world.gift()
    const key = world.key()
    const first = await world.as('lin').ordered(gift, { key })
    world.time.now += minuteMs
    expect(await world.another().as('lin').ordered(gift, { key })).toEqual(first)
    expect((await world.as('lin').account()).balance).toBe(100)
  })

  it('under a used key is not another one', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    await world.give('zhou', 300)
    const [soap, rice] = [await world.gift(), await world.gift()]
    const key = world.key()
    const lin = world.as('lin')
    await lin.ordered(soap, { key })
    expect(refusal(await lin.order(rice, { key }))).toBe('409 idempotency-key-reused')
    expect(refusal(await lin.order(soap, { key, outlet: outlets.second }))).toBe('409 idempotency-key-reused')
    // A key is the person's own: the same one of somebody else is somebody else's order.
    expect((await world.as('zhou').order(rice, { key })).status).toBe(200)
    expect((await lin.account()).balance).toBe(200)
  })

  it('is the same for its key whatever came between: no points, no stock, off sale, cancelled', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 1, perPerson: 1, onSaleUntil: '2026-11-18T02:30:00.000Z' })
    const key = world.key()
    const lin = world.as('lin')
    const first = await lin.ordered(gift, { key })
    expect(await lin.ordered(gift, { key })).toEqual(first)
    world.time.now += 60 * minuteMs
    expect(refusal(await lin.order(gift))).toBe('409 not-on-sale')
    expect(await lin.ordered(gift, { key })).toEqual(first)
    await lin.cancel(first.id)
    expect(await lin.ordered(gift, { key })).toMatchObject({ id: first.id, state: 'cancelled' })
    expect(await stockOf(world, gift)).toEqual([1, 0, 0])
  })

  it('costs what was agreed to, or is not done', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    const gift = await world.gift({ price: 100 })
    const key = world.key()
    const lin = world.as('lin')
    const wish = { gift: gift.id, outlet: outlets.first }
    expect(refusal(await lin.post('/api/orders', { ...wish, points: 90 }, { key }))).toBe('409 price-changed')
    expect((await lin.account()).balance).toBe(300)
    const order = parsed(orderSchema, await lin.post('/api/orders', { ...wish, points: 100 }, { key }))
    expect(order.points).toBe(100)
    // Asked again under another price it is still the order that was made.
    expect((await lin.post('/api/orders', { ...wish, points: 90 }, { key })).json()).toEqual(order)
    expect((await lin.account()).balance).toBe(200)
  })

  it('twenty times at once under one key is one order', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 1000)
    const gift = await world.gift()
    const key = world.key()
    const functions = Array.from({ length: 5 }, () => world.another().as('lin'))
    const answers = await Promise.all(
      functions.flatMap((lin) => [1, 2, 3, 4].map(() => lin.order(gift, { key }))),
    )
    const ids = answers.map((answer) => parsed(orderSchema, answer).id)
    expect(new Set(ids).size).toBe(1)
    expect((await world.as('lin').account()).balance).toBe(900)
    expect(await stockOf(world, gift)).toEqual([9, 1, 0])
  })

  it('under many keys at once is paid for each time, and never beyond what there is', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 300)
    const gift = await world.gift()
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.another().as('lin').order(gift)))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(3)
    for (const lost of answers.filter(({ status }) => status !== 200))
      expect(refusal(lost)).toBe('409 points-short')
    expect((await world.as('lin').account()).balance).toBe(0)
    expect(await stockOf(world, gift)).toEqual([7, 3, 0])
  })

  it('whose answer was lost is there once, and the same key gets it', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const client = withFaults(database.client({ maxAttempts: 1 }), inTurn(['lost-answer']))
    const faulty = await createPointsWorld(database, { client, seed: 2 })
    const key = world.key()
    expect(refusal(await faulty.as('lin').order(gift, { key }))).toBe('503 unavailable')
    expect(await world.as('lin').ordered(gift, { key })).toMatchObject({ state: 'reserved' })
    expect((await world.as('lin').account()).balance).toBe(0)
    expect(await stockOf(world, gift)).toEqual([9, 1, 0])
  })

  it('goes through conflicts and throttling', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const client = withFaults(database.client(), inTurn(['conflict', 'throttle', 'conflict', 'lost-answer']))
    const faulty = await createPointsWorld(database, { client, seed: 2 })
    await faulty.as('lin').ordered(gift)
    expect((await world.as('lin').account()).balance).toBe(0)
  })

  it('is refused for what the gift says: hidden, not yet, over, elsewhere, own outlet, enough of it', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 1000)
    const lin = world.as('lin')
    const hidden = await world.gift({ isPublished: false })
    expect(refusal(await lin.order(hidden))).toBe('404 unknown-gift')
    expect(refusal(await lin.order('320800-0000000000'))).toBe('404 unknown-gift')
    const later = await world.gift({ onSaleFrom: '2026-11-19T00:00:00.000Z' })
    expect(refusal(await lin.order(later))).toBe('409 not-on-sale')
    const gift = await world.gift({ perPerson: 1 })
    expect(refusal(await lin.order(gift, { outlet: outlets.plain }))).toBe('409 not-picked-up-here')
    expect(refusal(await world.owner('lin').order(gift))).toBe('403 own-outlet')
    expect((await world.owner('lin').order(gift, { outlet: outlets.second })).status).toBe(200)
    expect(refusal(await lin.order(gift))).toBe('409 person-limit-reached')
    const dear = await world.gift({ price: 901 })
    expect(refusal(await lin.order(dear))).toBe('409 points-short')
  })

  it('takes another shard where one is empty, to the last piece', async () => {
    const world = await createPointsWorld(database)
    const gift = await world.gift({ stock: 401, price: 1 })
    expect(gift.shards).toBe(3)
    await world.gift({ stock: 1 })
    const before = await world.desks.gifts.changeStock(gift.id, {
      change: -397,
      version: gift.version,
      by: 'staff',
    })
    expect(before.ok).toBe(true)
    await world.give('lin', 10)
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await world.as('lin').order(gift)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 409, 409])
    expect(await stockOf(world, gift)).toEqual([0, 4, 0])
  })

  it('is not sold twice by functions that both saw the last piece', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    await world.give('zhou', 100)
    const gift = await world.gift({ stock: 1 })
    const [one, other] = [world.another(), world.another()]
    expect([await one.store.stock.left(gift), await other.store.stock.left(gift)]).toEqual([1, 1])
    await one.as('lin').ordered(gift)
    expect(refusal(await other.as('zhou').order(gift))).toBe('409 sold-out')
    expect(await stockOf(world, gift)).toEqual([0, 1, 0])
    expect((await world.as('zhou').account()).balance).toBe(100)
  })

  it('that finds it sold out writes nothing', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 0 })
    const before = await database.scan()
    expect(refusal(await world.as('lin').order(gift))).toBe('409 sold-out')
    expect(await database.scan()).toEqual(before)
  })

  it('of an account that is written all the time is answered as busy', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const client = database.client()
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand') await world.give('lin', 1)
        return next(args)
      },
      { step: 'initialize', name: 'alwaysFirst' },
    )
    const slow = await createPointsWorld(database, { client, seed: 2 })
    const answer = await slow.as('lin').order(gift)
    expect(refusal(answer)).toBe('409 account-busy')
    expect(answer.headers['retry-after']).toBe('1')
    expect(await stockOf(world, gift)).toEqual([10, 0, 0])
  })
})

describe('one’s orders', () => {
  it('come in pages of twenty, newest first', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ price: 1, stock: 100 })
    const lin = world.as('lin')
    const made: string[] = []
    for (let i = 0; i < 23; i++) {
      world.time.now += 1000
      made.unshift((await lin.ordered(gift)).id)
      await world.give('lin', 1)
    }
    const first = parsed(ordersResponseSchema, await lin.get(`/api/orders?region=${city}`))
    expect(first.orders.map(({ id }) => id)).toEqual(made.slice(0, 20))
    const rest = parsed(
      ordersResponseSchema,
      await lin.get(`/api/orders?region=${city}&cursor=${first.cursor}`),
    )
    expect(rest.orders.map(({ id }) => id)).toEqual(made.slice(20))
    expect(rest.cursor).toBeNull()
  })

  it('are nobody else’s', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const order = await world.as('lin').ordered(await world.gift())
    const zhou = world.as('zhou')
    expect(refusal(await zhou.get(`/api/orders/${order.id}`))).toBe('404 unknown-order')
    expect(refusal(await zhou.cancel(order.id))).toBe('404 unknown-order')
    expect(refusal(await zhou.get(`/api/orders/${order.id}/pickup-code`))).toBe('404 unknown-order')
    expect(parsed(orderSchema, await world.as('lin').get(`/api/orders/${order.id}`))).toEqual(order)
  })
})
