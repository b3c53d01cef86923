/**
 * Demonstration data for Binzhou: 395 outlets, of them 305 in new channels and 100 welfare post stations, and the
 * Happy Bar, as the centre's own reports count them. Nothing of it is real but the names of districts, towns and
 * main roads.
 */
import type { Amenity } from '../../functions/places/contract'
import { binzhouOutline } from '../basemap/outlines/binzhou'
import { roadAddress } from './address'
import { binzhou } from './cities/binzhou'
import type { DemoCity } from './city-places'
import { type DemoPlace, dress, type OutletRecipe } from './outlets'
import type { Random } from './random'

const recipe: OutletRecipe = {
  city: binzhou,
  districts: [
    { name: '滨城', outlets: 130, firstNo: 37160101 },
    { name: '沾化', outlets: 38, firstNo: 37160301 },
    { name: '惠民', outlets: 50, firstNo: 37160401 },
    { name: '阳信', outlets: 36, firstNo: 37160501 },
    { name: '无棣', outlets: 40, firstNo: 37160601 },
    { name: '博兴', outlets: 46, firstNo: 37160701 },
    { name: '邹平', outlets: 55, firstNo: 37160801 },
  ],
  channels: [
    ['street', 90],
    ['convenience-store', 148],
    ['supermarket', 62],
    ['petrol-station', 38],
    ['mall', 26],
    ['restaurant', 20],
    ['housing-sales', 11],
  ],
  areaCode: '0543',
  phoneDigits: 7,
  known: [],
}

const postStations = 100
const parcelPoints = 42
const lotterySupermarkets = 2

const postStock: readonly Amenity[] = ['water', 'charging']
const postLikely = {
  seating: 0.85,
  umbrella: 0.7,
  'medical-kit': 0.6,
  wifi: 0.5,
  microwave: 0.45,
  toilet: 0.3,
  accessible: 0.2,
}

const giveRoles = (outlets: DemoPlace[], random: Random): void => {
  const indoors = outlets.filter(({ channel }) => channel !== 'housing-sales' && channel !== 'mall')
  const stations = random.some(indoors, postStations)
  for (const outlet of stations) dress(outlet, 'post-station', postStock, postLikely, random)
  for (const outlet of random.some(stations, parcelPoints)) dress(outlet, 'parcel-point', [], {}, random)
  const central = outlets.filter(({ channel, district }) => channel === 'supermarket' && district === '滨城')
  random.some(central, lotterySupermarkets).forEach((outlet, i) => {
    dress(outlet, 'lottery-supermarket', ['seating', 'water'], {}, random)
    outlet.name = `福彩彩票超市${['（慈善超市店）', '（二店）'][i] ?? ''}`
  })
}

export const binzhouDemo: DemoCity = {
  recipe,
  outline: binzhouOutline,
  seed: 371600,
  giveRoles,
  closures: [
    '2026 Nov 02-2026 Dec 10 off "店面装修"',
    '2026 Nov 18-2026 Nov 29 off "店主外出"',
    '2026 Nov 05+ off "店内整修，恢复时间另行公布"',
    '2027 Feb 05-2027 Feb 12 off "春节休息"',
    '2027 Feb 03-2027 Feb 13 off "春节休息"',
  ],
  projects: `
    滨州市 | 市社会福利中心失智老人照护区 | elderly | 2022 | 2860000 | 改造照护床位 90 张，配置防走失和呼叫系统 | 09:00-16:30
    滨州市 | 市儿童福利院特教康复楼 | children | 2021 | 1900000 | 孤残儿童康复、特教教室和无障碍设施 | Mo-Fr 08:30-12:00,13:30-17:30
    沙河 | 沙河街道长者食堂 | elderly | 2023 | 260000 | 厨房设备和高龄老人用餐补助 | 10:30-13:00,16:30-18:00
    滨北 | 滨北街道残疾人之家 | disability | 2023 | 350000 | 工疗室、康复器材和接送车辆 | Mo-Fr 08:30-11:30,13:30-17:00
    富国 | 沾化区综合养老服务中心 | elderly | 2022 | 1640000 | 护理型床位和助浴设备 | 08:30-17:00
    孙武 | 惠民县未成年人救助保护中心 | children | 2021 | 780000 | 临时监护居室和心理咨询室 | Mo-Fr 08:30-12:00,13:30-17:30
    胡集 | 胡集镇农村幸福院 | elderly | 2020 | 300000 | 活动室、助餐点和暖气改造 | 08:00-17:30
    信城 | 阳信县残疾儿童康复站 | disability | 2022 | 520000 | 听力和肢体康复训练 | Mo-Sa 08:30-11:30,14:00-17:00
    棣丰 | 无棣县社会福利中心 | elderly | 2021 | 1380000 | 特困老人供养床位改造 |
    埕口 | 埕口镇敬老院安全改造 | elderly | 2020 | 450000 | 消防喷淋、电路和取暖改造 | 09:00-16:00
    博昌 | 博兴县困境儿童关爱站 | children | 2023 | 210000 | 课后照料、图书和助学物资 | Mo-Fr 15:30-18:30; Sa,Su 09:00-17:00
    黛溪 | 邹平市临时救助服务点 | other | 2022 | 480000 | 临时遇困人员食宿和返乡帮助 | 24/7
  `,
  shelters: `
    滨州市/黄河五路 | 工会驿站（黄河五路站） | 07:00-21:00
    滨州市/渤海七路 | 户外劳动者服务站（渤海七路站） | 24/7
    富国/中心路 | 工会驿站（中心路站） | 07:30-19:30
    孙武/鼓楼街 | 工会驿站（鼓楼街站） | 07:00-20:00
    棣丰/中心大街 | 户外劳动者服务站（中心大街站） |
    博昌/乐安大街 | 工会驿站（乐安大街站） | 07:00-20:00
    黛溪/黄山二路 | 工会驿站（黄山二路站） | 07:00-21:00
  `,
  halls: (ground, random) => {
    const town = binzhou.towns.find(({ rank }) => rank === 1)
    if (!town) throw new Error('the city has no centre')
    const spot = ground.spotIn(town, '黄河五路')
    return [
      {
        kind: 'hall',
        outletNo: '37160001',
        name: '福彩快乐吧',
        roles: [],
        channel: 'street',
        district: town.district,
        address: roadAddress(binzhou, spot),
        lng: spot.lng,
        lat: spot.lat,
        positionVerifiedOn: '2026-11-10',
        phone: `0543-0${String(random.int(0, 999_999)).padStart(6, '0')}`,
        hours: '09:00-21:00; PH 10:00-20:00',
        amenities: [
          { amenity: 'water', verifiedOn: '2026-11-10' },
          { amenity: 'umbrella', verifiedOn: '2026-11-10' },
          { amenity: 'charging', verifiedOn: '2026-11-10' },
          { amenity: 'seating', verifiedOn: '2026-11-10' },
          { amenity: 'toilet', verifiedOn: '2026-11-10' },
          { amenity: 'wifi', verifiedOn: '2026-11-10' },
          { amenity: 'accessible', verifiedOn: null },
        ],
        project: null,
      },
    ]
  },
}
