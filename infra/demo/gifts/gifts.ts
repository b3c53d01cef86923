/** Gifts to try with, of our own invention; the pictures beside this file are drawn by `npm run gifts`. */
import type { GiftCategory } from '../../../functions/points/contract'
import { demoOutlet, demoRegion, otherDemoOutlet } from '../people'

export type DemoGift = {
  id: string
  region: string
  name: string
  category: GiftCategory
  about: string
  /** Points. */
  price: number
  perPerson: number | null
  /** Pieces; 0 shows what sold out looks like. */
  pieces: number
  /** Name of the drawing. */
  picture: string
  outlets: string[]
}

const huaian = [demoOutlet, otherDemoOutlet, '320800-32080216', '320800-32080236']
const binzhou = ['371600-37160101', '371600-37160102']

type Described = Omit<DemoGift, 'id' | 'region' | 'outlets'>

const inHuaian: Described[] = [
  {
    name: '公益早餐券一份',
    category: 'coupon',
    about: '包子两个、豆浆一杯，清晨六点半到九点可用。由爱心早餐铺提供，当天核销当天用。',
    price: 60,
    perPerson: 10,
    pieces: 200,
    picture: 'breakfast',
  },
  {
    name: '毛巾两条装',
    category: 'charity-goods',
    about: '纯棉，34 × 74 厘米，两条一份。来自慈善超市。',
    price: 120,
    perPerson: 3,
    pieces: 60,
    picture: 'towel',
  },
  {
    name: '社区理发一次',
    category: 'service',
    about: '社区便民理发点，洗剪吹一次，周二到周日上午。到点出示兑换凭证即可，不用预约。',
    price: 150,
    perPerson: 4,
    pieces: 25,
    picture: 'haircut',
  },
  {
    name: '晴雨伞一把',
    category: 'charity-goods',
    about: '三折，伞面直径约一米。颜色随机。',
    price: 180,
    perPerson: 1,
    pieces: 40,
    picture: 'umbrella',
  },
  {
    name: '充电暖手宝',
    category: 'charity-goods',
    about: '毛绒外套，充一次暖四小时左右，带断电保护。已经兑完，有人退回时为排队的人按先后保留。',
    price: 260,
    perPerson: 1,
    pieces: 0,
    picture: 'hand-warmer',
  },
  {
    name: '东北大米 5 公斤',
    category: 'charity-goods',
    about: '当年新米，真空包装，一袋 5 公斤。分量不轻，取的时候带个小车更省力。',
    price: 350,
    perPerson: 2,
    pieces: 400,
    picture: 'rice',
  },
  {
    name: '菜籽油 1.8 升',
    category: 'charity-goods',
    about: '物理压榨一级，一桶 1.8 升。保质期 18 个月。',
    price: 380,
    perPerson: 2,
    pieces: 30,
    picture: 'oil',
  },
  {
    name: '油烟机清洗一次',
    category: 'service',
    about: '上门拆洗一台，约一个半小时。领取凭证后由服务站联系约时间，限市区。',
    price: 800,
    perPerson: 1,
    pieces: 6,
    picture: 'appliance',
  },
]

const inBinzhou: Described[] = [
  {
    name: '毛巾两条装',
    category: 'charity-goods',
    about: '纯棉，34 × 74 厘米，两条一份。来自慈善超市。',
    price: 100,
    perPerson: 3,
    pieces: 40,
    picture: 'towel',
  },
  {
    name: '社区理发一次',
    category: 'service',
    about: '社区便民理发点，洗剪吹一次，周一到周五。',
    price: 140,
    perPerson: 4,
    pieces: 20,
    picture: 'haircut',
  },
]

/** Ids in the form that staff's gifts have. */
const inCity = (region: string, outlets: string[], all: Described[]): DemoGift[] =>
  all.map((gift, n) => ({
    ...gift,
    id: `${region}-dem0g1ft${String(n + 1).padStart(2, '0')}`,
    region,
    outlets,
  }))

export const demoGifts: readonly DemoGift[] = [
  ...inCity(demoRegion, huaian, inHuaian),
  ...inCity('371600', binzhou, inBinzhou),
]

/** Codes as an event would hand them out. */
export const demoBatch = {
  id: `${demoRegion}-dem0batch1`,
  region: demoRegion,
  label: '演示活动',
  count: 50,
  points: 30,
  /** Days from the day they are made. */
  days: 365,
}
