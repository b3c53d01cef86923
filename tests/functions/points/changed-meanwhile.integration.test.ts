import { orderSchema } from '../../../functions/points/contract'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { withDomain } from '../../support/engine/domain-engine'
import { beforeFirstWrite } from '../../support/faults/faults'
import {
  createPointsWorld,
  outlets,
  type PointsWorld,
  parsed,
  refusal,
} from '../../support/worlds/points-world'

const database = withDomain('points')

type Change = Partial<Parameters<PointsWorld['desks']['gifts']['changeGift']>[1]>

/** Two functions of one API: in the first somebody orders, in the other staff change the gift before that is written. */
const worldsWith = async (change: Change, overrides: Parameters<PointsWorld['gift']>[0] = {}) => {
  const office = await createPointsWorld(database)
  const gift = await office.gift(overrides)
  const changing = async () => {
    const now = await office.store.readGift(gift.id, { consistent: true })
    if (!now) throw new Error('no gift')
    await office.desks.gifts.changeGift(gift.id, {
      isPublished: true,
      version: now.version,
      by: 'staff',
      ...change,
    })
  }
  const shop = await createPointsWorld(database, {
    client: beforeFirstWrite(database.client(), changing),
    seed: 2,
  })
  await office.give('lin', 1000)
  return { office, shop, gift }
}
const left = async (world: PointsWorld, gift: GiftItem) =>
  (await world.store.stock.readShards(gift, { consistent: true })).reduce((sum, one) => sum + one.left, 0)
const orderAt = (world: PointsWorld, gift: GiftItem, points?: number) =>
  world.as('lin').post('/api/orders', { gift: gift.id, outlet: outlets.first, points }, { key: world.key() })

describe('a gift that staff change while somebody orders it', () => {
  it.each<[string, Change, string]>([
    ['a new price', { price: 300 }, '409 price-changed'],
    ['taken off', { isPublished: false }, '404 unknown-gift'],
    ['a sale that ended', { onSaleUntil: '2026-11-18T01:00:00Z' }, '409 not-on-sale'],
    ['another outlet', { outlets: [outlets.second] }, '409 not-picked-up-here'],
  ])('is not ordered as it was: %s', async (_, change, refused) => {
    const { office, shop, gift } = await worldsWith(change)
    expect(refusal(await orderAt(shop, gift, 100))).toBe(refused)
    expect((await office.as('lin').account()).balance).toBe(1000)
    expect(await left(office, gift)).toBe(10)
  })

  it('is ordered for the new price by whoever agreed to none', async () => {
    const { office, shop, gift } = await worldsWith({ price: 300 })
    expect(parsed(orderSchema, await orderAt(shop, gift)).points).toBe(300)
    expect((await office.as('lin').account()).balance).toBe(700)
  })

  it('is ordered at once where only its text changed', async () => {
    const { office, shop, gift } = await worldsWith({ about: '一公斤装。' })
    expect(parsed(orderSchema, await orderAt(shop, gift, 100)).points).toBe(100)
    expect(await left(office, gift)).toBe(9)
  })

  it('is not ordered as it was by somebody for whom a piece is kept', async () => {
    const { office, shop, gift } = await worldsWith({ price: 300 }, { stock: 0 })
    await office.as('lin').post(`/api/gifts/${gift.id}/waiting`)
    await office.desks.gifts.changeStock(gift.id, { change: 1, version: gift.version, by: 'staff' })
    expect(refusal(await orderAt(shop, gift, 100))).toBe('409 price-changed')
    expect(parsed(orderSchema, await orderAt(shop, gift, 300)).points).toBe(300)
  })

  it('has its new price in every shard of its stock', async () => {
    const { office, shop, gift } = await worldsWith({ price: 300 }, { stock: 450 })
    expect(refusal(await orderAt(shop, gift, 100))).toBe('409 price-changed')
    expect(await left(office, gift)).toBe(450)
    for (let i = 0; i < 3; i++) expect(parsed(orderSchema, await orderAt(shop, gift, 300)).points).toBe(300)
  })
})
