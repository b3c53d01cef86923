/** A gift put straight onto the table, with as many shards as a figure asks for. */
import { emptyShard, spread } from '../../../functions/points/rules/stock'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { giftKey, stockKey } from '../../../functions/points/store/keys'
import type { Table } from '../../../functions/shared/aws/table'
import { city, outlets } from '../../support/worlds/points-world'

export const price = 5

export type Wanted = { name: string; pieces: number; shards: number }

/** @param name of its id, at most ten characters of its alphabet */
export async function putGift(table: Table, { name, pieces, shards }: Wanted): Promise<GiftItem> {
  const gift: GiftItem = {
    id: `${city}-${name.padStart(10, '0')}`,
    region: city,
    name: '公益早餐券一份',
    category: 'coupon',
    about: '包子两个、豆浆一杯，清晨六点半到九点可用。由爱心早餐铺提供，当天核销当天用。',
    price,
    perPerson: 10,
    onSaleFrom: null,
    onSaleUntil: null,
    outlets: [outlets.first, outlets.second],
    isPublished: true,
    total: pieces,
    version: 1,
    demo: false,
    shards,
    picture: '0123456789abcdef0123',
    asked: 'bench',
  }
  await table.putOne({ ...giftKey(gift.id), ...gift })
  const empty = Array.from({ length: shards }, (_, n) => emptyShard(n))
  const filled = spread(empty, pieces)
  if (!filled.ok) throw new Error('an empty stock could not be filled')
  for (const shard of empty) {
    const left = filled.value.find(({ n }) => n === shard.n)?.change ?? 0
    await table.putOne({ ...stockKey(gift.id, shard.n), ...shard, left })
  }
  return gift
}
