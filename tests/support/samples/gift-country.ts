/** Gifts as a centre with many of them writes them. */
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { giftKey, stockKey } from '../../../functions/points/store/keys'
import { maxWrites } from '../../../functions/shared/aws/table'
import { type Bill, type Meter, meter } from '../../bench/meter'
import type { TestDatabase } from '../engine/engine'
import { city, createPointsWorld, outlets, type PointsWorldOptions } from '../worlds/points-world'
import { seeded } from './random'

const words = [
  '大米',
  '食用油',
  '保温杯',
  '雨伞',
  '毛巾',
  '体检',
  '理发',
  '早餐',
  '洗衣液',
  '慈善超市',
  '社区',
  '助老',
]

/** @param shards over how many items the stock of each is spread */
export const buildGifts = (
  count: number,
  shards: number,
  change: (i: number) => Partial<GiftItem> = () => ({}),
): GiftItem[] => {
  const random = seeded(11)
  const text = (length: number) => Array.from({ length }, () => random.pick(words)).join('')
  return Array.from({ length: count }, (_, i) => ({
    id: `${city}-${String(i).padStart(10, '0')}`,
    region: city,
    name: `${text(3)}${i}`,
    category: 'charity-goods',
    about: `${text(20)}，每人限领，到所选网点出示领取码领取。`,
    price: random.between(1, 100) * 10,
    perPerson: null,
    onSaleFrom: null,
    onSaleUntil: null,
    outlets: [
      outlets.first,
      ...Array.from({ length: 40 }, (_, n) => `${city}-3208${String(2000 + ((i * 7 + n) % 400))}`),
    ],
    isPublished: true,
    total: shards * 3,
    version: 1,
    demo: false,
    shards,
    picture: 'abcdefghij012345',
    asked: 'made by a test',
    ...change(i),
  }))
}

/** What a gift says of itself at its longest, in characters that no packing makes shorter, at as many outlets as it may have. */
export const longestFields = (): ((i: number) => Partial<GiftItem>) => {
  const random = seeded(12)
  const text = (length: number) =>
    Array.from({ length }, () => String.fromCodePoint(random.between(0x4e00, 0x9fa5))).join('')
  const numbers = Array.from({ length: 3_000 }, (_, n) => `${city}-3208${String(2_000 + n)}`)
  return () => ({ name: text(40), about: text(500), outlets: random.sample(numbers, 200) })
}

/** A city's gifts as staff leave them in the table, without the hours of making them. */
export const createGiftCity = async (
  database: TestDatabase,
  gifts: readonly GiftItem[],
  options: PointsWorldOptions = {},
) => {
  const client = options.client ?? database.client()
  const counted = meter(client)
  const world = await createPointsWorld(database, { ...options, client })
  const items = gifts.flatMap((gift) => [
    { ...giftKey(gift.id), ...gift },
    ...Array.from({ length: gift.shards }, (_, n) => ({
      ...stockKey(gift.id, n),
      ...{ n, left: 3, taken: 0, handedOver: 0 },
    })),
  ])
  for (let at = 0; at < items.length; at += maxWrites)
    await world.table.transact(items.slice(at, at + maxWrites).map((item) => world.table.put(item)))
  counted.take()
  return { world, counted }
}

export const spent = async (counted: Meter, work: () => Promise<unknown>): Promise<Bill> => {
  counted.take()
  await work()
  return counted.take()
}
