import { earnedSchema, entriesResponseSchema, ordersResponseSchema } from '../../../functions/points/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, outlets, parsed, refusal } from '../../support/worlds/points-world'

const database = withDomain('points')

describe('redeeming', () => {
  it('takes the points and a piece, and writes the order and its entry', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 250)
    const gift = await world.gift({ price: 100, stock: 3 })
    const lin = world.as('lin')
    const order = await lin.ordered(gift)
    expect(order).toMatchObject({
      state: 'reserved',
      points: 100,
      outlet: outlets.first,
      pickUpBy: '2026-12-02',
    })
    expect(await lin.account()).toMatchObject({ balance: 150, reserved: 1, redeemedThisYear: 100 })
    const { entries } = parsed(entriesResponseSchema, await lin.get(`/api/points/entries?region=${city}`))
    expect(entries.map(({ kind, points, balance }) => [kind, points, balance])).toEqual([
      ['spend', -100, 150],
      ['adjust', 250, 250],
    ])
    expect(await world.store.stock.readShards(gift, { consistent: true })).toEqual([
      { n: 0, left: 2, taken: 1, handedOver: 0, held: 0 },
    ])
    const { orders } = parsed(ordersResponseSchema, await lin.get(`/api/orders?region=${city}`))
    expect(orders).toEqual([order])
  })

  it('asked for twice with one key is one order', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift()
    const key = world.key()
    const first = await world.as('lin').ordered(gift, { key })
    expect(await world.as('lin').ordered(gift, { key })).toEqual(first)
    expect((await world.as('lin').account()).balance).toBe(0)
  })

  it('sold out is said without a write', async () => {
    const world = await createPointsWorld(database)
    await world.give('lin', 100)
    const gift = await world.gift({ stock: 0 })
    expect(refusal(await world.as('lin').order(gift))).toBe('409 sold-out')
  })
})

describe('checking in', () => {
  it('gives points once a day', async () => {
    const world = await createPointsWorld(database)
    const lin = world.as('lin')
    const first = parsed(earnedSchema, await lin.post('/api/points/check-ins', { region: city }))
    expect(first).toMatchObject({ repeated: false, region: city, entry: { points: 2, balance: 2 } })
    const second = parsed(earnedSchema, await lin.post('/api/points/check-ins', { region: city }))
    expect(second).toEqual({ ...first, repeated: true })
    expect((await lin.account()).balance).toBe(2)
  })
})
