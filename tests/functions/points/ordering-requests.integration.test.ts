/** Whoever orders waits for two answers of the table, and never for less than the gift that there is. */
import { orderSchema } from '../../../functions/points/contract'
import { withDomain } from '../../support/engine/domain-engine'
import { watched } from '../../support/engine/watching'
import {
  createPointsWorld,
  outlets,
  type PointsWorld,
  parsed,
  refusal,
} from '../../support/worlds/points-world'

const bench = withDomain('points')

type Change = Partial<Parameters<PointsWorld['desks']['gifts']['changeGift']>[1]>

/** A function that has just sold a piece, and remembers the gift; the office that changes it is another. */
const warm = async (offer: Parameters<PointsWorld['gift']>[0] = {}) => {
  const office = await createPointsWorld(bench)
  const gift = await office.gift(offer)
  for (const name of ['lin', 'zhou']) await office.give(name, 1000)
  await office.give('poor', 80)
  const { client, seen } = watched(bench.client())
  const shop = await createPointsWorld(bench, { client, seed: 2 })
  await shop.as('lin').ordered(gift)
  const change = async (fields: Change) => {
    const now = await office.store.readGift(gift.id, { consistent: true })
    if (!now) throw new Error('no gift')
    const whole = { isPublished: true, version: now.version, by: 'staff', ...fields }
    await office.desks.gifts.changeGift(gift.id, whole)
  }
  /** More pieces, on more shards than those that the shop knows. */
  const restock = async () => {
    const now = await office.store.readGift(gift.id, { consistent: true })
    if (!now) throw new Error('no gift')
    await office.desks.gifts.changeStock(gift.id, { change: 300, version: now.version, by: 'staff' })
  }
  const order = (name: string, points?: number, outlet: string = outlets.first) =>
    shop.as(name).post('/api/orders', { gift: gift.id, outlet, points }, { key: shop.key() })
  return { gift, seen, change, restock, order }
}

describe('an order', () => {
  it('reads the account alone where the gift was sold a moment ago, and writes once', async () => {
    const { seen, order } = await warm()
    seen.length = 0
    expect((await order('zhou', 100)).status).toBe(200)
    expect(seen.map(({ command, SK }) => [command, SK])).toEqual([['GetItemCommand', '320800#account']])
  })
})

describe('an order of a gift that was changed a moment ago', () => {
  it('is for the new price, lower or higher, and never for the old', async () => {
    const { change, order } = await warm()
    await change({ price: 80 })
    expect(parsed(orderSchema, await order('zhou', 80)).points).toBe(80)
    await change({ price: 300 })
    expect(refusal(await order('zhou', 80))).toBe('409 price-changed')
    expect(parsed(orderSchema, await order('zhou', 300)).points).toBe(300)
  })

  it('is possible for whoever has enough for the new price', async () => {
    const { change, order } = await warm()
    await change({ price: 80 })
    expect(parsed(orderSchema, await order('poor', 80)).points).toBe(80)
  })

  it('is picked up where the gift is now, and refused where it is no more', async () => {
    const { change, order } = await warm()
    await change({ outlets: [outlets.station] })
    expect(refusal(await order('zhou', 100))).toBe('409 not-picked-up-here')
    expect(parsed(orderSchema, await order('zhou', 100, outlets.station)).outlet).toBe(outlets.station)
  })

  it('is refused where it was taken off', async () => {
    const { change, order } = await warm()
    await change({ isPublished: false })
    expect(refusal(await order('zhou', 100))).toBe('404 unknown-gift')
  })

  it('is served from pieces that came a moment ago', async () => {
    const { restock, order } = await warm({ stock: 1 })
    await restock()
    expect((await order('zhou', 100)).status).toBe(200)
  })

  it('is refused as sold out where none came', async () => {
    const { order } = await warm({ stock: 1 })
    expect(refusal(await order('zhou', 100))).toBe('409 sold-out')
  })
})
