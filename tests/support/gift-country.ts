/** Gifts as a centre with many of them writes them. */
import type { GiftItem } from '../../functions/points/store/gifts'
import { city, outlets } from './points-world'
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
export const buildGifts = (count: number, shards: number): GiftItem[] => {
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
  }))
}
