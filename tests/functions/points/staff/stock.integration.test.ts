import { staffGiftSchema, waitingSchema } from '../../../../functions/points/contract'
import { withDomain } from '../../../support/engine/domain-engine'
import { type Fault, inTurn, withFaults } from '../../../support/faults/faults'
import { createPointsWorld, type PointsWorld, parsed, refusal } from '../../../support/worlds/points-world'
import { addStock, auditOf, giftOf } from './kit'

const database = withDomain('points')

const shardsOf = async (id: string) =>
  (await database.scan('points')).filter(({ PK }) => String(PK).startsWith(`stock#${id}#`))
const waitFor = async (world: PointsWorld, name: string, gift: { id: string }) =>
  parsed(waitingSchema, await world.as(name).post(`/api/gifts/${gift.id}/waiting`))
const waitingOf = async (world: PointsWorld, name: string, gift: { id: string }) =>
  parsed(waitingSchema, await world.as(name).get(`/api/gifts/${gift.id}/waiting`)).state

describe('pieces', () => {
  it('added are spread over a shard for every two hundred, level with each other', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 0 })
    const after = parsed(staffGiftSchema, await addStock(staff, gift, 450))
    expect(after).toMatchObject({ total: 450, taken: 0, version: gift.version + 1 })
    expect((await shardsOf(gift.id)).map(({ left }) => left)).toEqual([150, 150, 150])
    // What happens in one millisecond has no order in the record.
    world.time.now += 1
    const more = parsed(staffGiftSchema, await addStock(staff, after, 550))
    expect(more.total).toBe(1000)
    expect((await shardsOf(gift.id)).map(({ left }) => left)).toEqual([200, 200, 200, 200, 200])
    const [entry] = await auditOf(staff)
    expect(entry).toMatchObject({ action: 'stock-changed', subject: gift.id })
    expect(entry?.changes).toEqual([{ field: 'total', before: '450', after: '1000' }])
  })

  it.each([0, 1.5, 10_001])('are not changed by %s', async (change) => {
    const world = await createPointsWorld(database)
    const gift = await world.gift({ stock: 3 })
    expect(refusal(await addStock(world.staff('staff'), gift, change))).toBe('400 invalid-request')
    expect(await giftOf(world.staff('staff'), gift.id)).toMatchObject({ total: 3, version: gift.version })
  })

  it('are never in more than fifty shards', async () => {
    const world = await createPointsWorld(database)
    const gift = await world.gift({ stock: 0 })
    let { version } = gift
    for (let i = 0; i < 2; i++)
      version = parsed(
        staffGiftSchema,
        await addStock(world.staff('staff'), { ...gift, version }, 10_000),
      ).version
    const shards = await shardsOf(gift.id)
    expect(shards).toHaveLength(50)
    expect(shards.every(({ left }) => left === 400)).toBe(true)
  })

  it('are taken away from what is left, and not beyond it', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 5, price: 10 })
    await world.give('lin', 20)
    await world.as('lin').ordered(gift)
    await world.as('lin').ordered(gift)
    const { version } = await giftOf(staff, gift.id)
    expect(refusal(await addStock(staff, { ...gift, version }, -4))).toBe('409 stock-taken')
    const after = parsed(staffGiftSchema, await addStock(staff, { ...gift, version }, -3))
    expect(after).toMatchObject({ total: 2, taken: 2 })
    expect(refusal(await addStock(staff, after, -1))).toBe('409 stock-taken')
    expect((await giftOf(staff, gift.id)).total).toBe(2)
  })

  it('kept for those who wait are counted apart from those that were ordered', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 1, price: 10 })
    await world.give('chen', 10)
    await world.give('lin', 10)
    await world.as('chen').ordered(gift)
    await waitFor(world, 'lin', gift)
    expect(await giftOf(staff, gift.id)).toMatchObject({ taken: 1, held: 0, waiting: 1 })
    const added = await addStock(staff, await giftOf(staff, gift.id), 1)
    expect(parsed(staffGiftSchema, added)).toMatchObject({ taken: 2, held: 1, waiting: 0 })
    await world.as('lin').ordered(gift)
    expect(await giftOf(staff, gift.id)).toMatchObject({ taken: 2, held: 0, waiting: 0 })
  })

  it('taken away while people order are never taken twice', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 12, price: 10 })
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`)
    for (const name of names) await world.give(name, 10)
    const { version } = await giftOf(staff, gift.id)
    const [removed, ...orders] = await Promise.all([
      addStock(staff, { ...gift, version }, -6),
      ...names.map((name) => world.as(name).order(gift)),
    ])
    const sold = orders.filter(({ status }) => status === 200).length
    const { total, taken } = await giftOf(staff, gift.id)
    expect(taken).toBe(sold)
    expect(total).toBe(removed?.status === 200 ? 6 : 12)
    expect(taken).toBeLessThanOrEqual(total)
  })

  it('added by two at once are added once: the second is refused as changed meanwhile', async () => {
    const world = await createPointsWorld(database)
    const [staff, colleague] = [world.staff('staff'), world.staff('colleague')]
    const gift = await world.gift({ stock: 0 })
    const answers = await Promise.all([addStock(staff, gift, 10), addStock(colleague, gift, 10)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await giftOf(staff, gift.id)).total).toBe(10)
  })

  it.each<Fault>(['lost-answer', 'conflict', 'throttle'])('are added once through a %s', async (fault) => {
    const calm = await createPointsWorld(database)
    const gift = await calm.gift({ stock: 0 })
    const client = withFaults(database.client(), inTurn([fault]))
    const world = await createPointsWorld(database, { client, seed: 7 })
    expect(parsed(staffGiftSchema, await addStock(world.staff('staff'), gift, 10)).total).toBe(10)
    expect((await giftOf(calm.staff('staff'), gift.id)).total).toBe(10)
    expect((await shardsOf(gift.id)).map(({ left }) => left)).toEqual([10])
  })
})

describe('pieces added while people wait', () => {
  it('go to them in the order of asking, and only then to whoever comes', async () => {
    const world = await createPointsWorld(database)
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 0, price: 10 })
    for (const name of ['lin', 'zhou', 'chen']) {
      await waitFor(world, name, gift)
      world.time.now += 1000
    }
    const two = parsed(staffGiftSchema, await addStock(staff, gift, 2))
    expect(two).toMatchObject({ total: 2, taken: 2, waiting: 1 })
    expect(await Promise.all(['lin', 'zhou', 'chen'].map((name) => waitingOf(world, name, gift)))).toEqual([
      'offered',
      'offered',
      'waiting',
    ])
    await world.give('passer', 10)
    expect(refusal(await world.as('passer').order(gift))).toBe('409 sold-out')
    const five = parsed(staffGiftSchema, await addStock(staff, two, 3))
    expect(five).toMatchObject({ total: 5, taken: 3, waiting: 0 })
    world.time.now += 5000
    await world.as('passer').ordered(gift)
    await world.give('lin', 10)
    await world.as('lin').ordered(gift)
    expect(await giftOf(staff, gift.id)).toMatchObject({ total: 5, taken: 4 })
  })

  it('reach fifty of them, more than one transaction holds; the city’s gifts are counted anew after the last', async () => {
    const client = database.client()
    const updates: string[] = []
    client.middlewareStack.add(
      (next, context) => (args) => {
        if (context.commandName === 'UpdateItemCommand') updates.push(JSON.stringify(args.input))
        return next(args)
      },
      { step: 'initialize', name: 'testUpdates' },
    )
    const world = await createPointsWorld(database, { client })
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 0, price: 10 })
    const names = Array.from({ length: 50 }, (_, i) => `w${String(i).padStart(2, '0')}`)
    for (const name of names) {
      await waitFor(world, name, gift)
      world.time.now += 10
    }
    updates.length = 0
    const after = parsed(staffGiftSchema, await addStock(staff, gift, 45))
    expect(after).toMatchObject({ total: 45, taken: 45, waiting: 5 })
    expect(updates.filter((input) => input.includes('gift-counts#'))).toHaveLength(1)
    const states = await Promise.all(names.map((name) => waitingOf(world, name, gift)))
    expect(states).toEqual(names.map((_, i) => (i < 45 ? 'offered' : 'waiting')))
    const steps = (await auditOf(staff)).filter(
      ({ action, changes }) => action === 'stock-changed' && changes,
    )
    expect(steps).toHaveLength(3)
    expect((await shardsOf(gift.id)).map(({ left, taken }) => [left, taken])).toEqual([[0, 45]])
  })

  it('of which only some were added are no refusal: whoever added them looks first and adds the rest', async () => {
    let transactions = Number.NEGATIVE_INFINITY
    const isConflict = (command: string) =>
      command === 'TransactWriteItemsCommand' && ++transactions > 1 ? 'conflict' : null
    const world = await createPointsWorld(database, { client: withFaults(database.client(), isConflict) })
    const staff = world.staff('staff')
    const gift = await world.gift({ stock: 0, price: 10 })
    for (let i = 0; i < 20; i++) await waitFor(world, `w${i}`, gift)
    transactions = 0
    expect(refusal(await addStock(staff, gift, 20))).toBe('503 unavailable')
    transactions = Number.NEGATIVE_INFINITY
    const { total, taken, version } = await giftOf(staff, gift.id)
    expect(total).toBeGreaterThan(0)
    expect(refusal(await addStock(staff, gift, 20))).toBe('409 edited-meanwhile')
    const rest = parsed(staffGiftSchema, await addStock(staff, { ...gift, version }, 20 - taken))
    expect(rest).toMatchObject({ total: 20, taken: 20, waiting: 0 })
  })
})
