/**
 * A made-up Chinese city for tests and benchmarks: districts with a centre and towns, roads with numbers, estates,
 * shops. It aims at the variety of a real one: road and estate names are combined from pools large enough that a
 * city of 5,000 places has some 1,200 roads, telephone numbers are random, and dates are scattered.
 */
import type { Random } from './random'

type Road = { name: string; lng: number; lat: number; dx: number; dy: number; length: number }
export type Town = {
  district: string
  prefix: string
  lng: number
  lat: number
  spread: number
  roads: Road[]
}
export type City = { towns: readonly (readonly [number, Town])[]; districts: string[]; estates: string[] }
export type Spot = {
  district: string
  address: string
  lng: number
  lat: number
  road: string
  estate: string
}

const districtPool = [
  '清江浦',
  '淮阴',
  '淮安',
  '洪泽',
  '涟水',
  '盱眙',
  '金湖',
  '滨城',
  '沾化',
  '惠民',
  '阳信',
  '无棣',
]
const stems =
  '淮海 健康 翔宇 北京 水渡 承德 解放 人民 和平 中山 建设 长江 黄河 威海 大庆 西安 厦门 延安 韩侯 漕运 枚皋 樱花 明远 通甫 飞耀 珠海 深圳 天津 沈阳 柳树湾 大同 永怀 勺湖 梁红玉 运河 渤海 黄山 泰山 华山 嵩山'.split(
    ' ',
  )
const firsts =
  '东西南北新金银玉龙凤文武安康福寿永长大广通富华平顺兴盛昌荣德仁义和礼信景秀翠青白红紫锦天云海江河湖泉山石松柏梅兰竹菊'
const seconds =
  '阳城门湾桥塘桥苑园泰源祥盛民安宁康乐明达通远志成才华英豪杰光辉映霞虹波涛涌渡口岸堤坝亭台楼阁坊巷集镇铺市'
const roadKinds = ['路', '路', '路', '路', '东路', '西路', '南路', '北路', '大道', '街', '街', '巷']
const estateKinds = [
  '花园',
  '家园',
  '小区',
  '新村',
  '名都',
  '华府',
  '苑',
  '广场',
  '公馆',
  '佳苑',
  '国际城',
  '嘉园',
]
const townSeconds = '集桥渡口圩庄河沟湖塘营坝楼店墩滩'

export function buildCity(random: Random, places: number): City {
  const districts = districtPool.slice(0, places > 2_000 ? 10 : 7)
  const roadsWanted = Math.round(places / 4) + 20
  const twoWords = () => random.pick([...firsts]) + random.pick([...seconds])
  const estates = Array.from(
    { length: Math.round(places / 3) + 30 },
    () => twoWords() + (random.chance(0.2) ? random.pick([...firsts]) : '') + random.pick(estateKinds),
  )
  const towns = districts.flatMap((district, i): [number, Town][] => {
    const lng = 118.6 + 1.1 * random.next()
    const lat = 33 + 1 * random.next()
    const centre: Town = { district, prefix: '', lng, lat, spread: 0.035, roads: [] }
    const villages = Array.from({ length: 4 + Math.round(places / 500) }, (): Town => {
      const prefix = `${random.pick([...firsts])}${random.pick([...townSeconds])}镇`
      const [dx, dy] = [random.normal() * 0.15, random.normal() * 0.12]
      return { district, prefix, lng: lng + dx, lat: lat + dy, spread: 0.006, roads: [] }
    })
    const weight = i === 0 ? 30 : 8
    return [[weight, centre], ...villages.map((town): [number, Town] => [1.2, town])]
  })
  for (let i = 0; i < roadsWanted; i++) {
    const town = random.weighted(towns)
    const stem = random.chance(0.4) ? random.pick(stems) : twoWords()
    town.roads.push({ name: stem + random.pick(roadKinds), ...segment(random, town) })
  }
  for (const [, town] of towns) {
    if (town.roads.length === 0) town.roads.push({ name: '人民路', ...segment(random, town) })
  }
  return { towns, districts, estates }
}

function segment(random: Random, town: Town) {
  const angle = random.next() * Math.PI
  return {
    lng: town.lng + random.normal() * town.spread,
    lat: town.lat + random.normal() * town.spread,
    dx: Math.cos(angle),
    dy: Math.sin(angle),
    length: town.spread * (0.2 + random.next()),
  }
}

/** A spot on some road, with an address in one of the forms that Chinese lists use. */
export function pickSpot(random: Random, city: City): Spot {
  const town = random.weighted(city.towns)
  const road = random.pick(town.roads)
  const along = random.next() - 0.5
  const estate = random.pick(city.estates)
  const full = town.prefix + road.name
  const number = random.between(1, random.chance(0.7) ? 199 : 999)
  const address = random.weighted<() => string>([
    [50, () => `${full}${number}号`],
    [12, () => `${full}${number}-${random.between(1, 30)}号`],
    [12, () => `${full}${estate}${random.between(1, 60)}号楼${random.between(101, 130)}室`],
    [
      10,
      () =>
        `${full}与${random.pick(town.roads).name}交叉口${random.pick(['东', '西', '南', '北'])}${random.between(10, 300)}米`,
    ],
    [8, () => `${full}${estate}${random.pick(['东门', '西门', '南门', '北门', '对面', '门口'])}`],
    [8, () => `${full}${number}号${estate}${random.between(1, 30)}号商铺`],
  ])()
  return {
    district: town.district,
    address,
    lng: round(road.lng + along * road.length * road.dx + random.normal() * 0.0003),
    lat: round(road.lat + along * road.length * road.dy + random.normal() * 0.0003),
    road: road.name,
    estate,
  }
}

/** A millionth of a degree, about a tenth of a metre: the precision that positions are stored with. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
