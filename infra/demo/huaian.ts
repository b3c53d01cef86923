/**
 * Demonstration data for Huai'an: as many outlets, love-aid stations and exemplary outlets as the centre's own
 * reports name. Nothing of it is real but the names of districts, towns and main roads.
 */
import type { Amenity } from '../../functions/places/contract'
import { huaianOutline } from '../basemap/outlines/huaian'
import { huaian } from './cities/huaian'
import type { DemoCity } from './city-places'
import { type DemoPlace, dress, type OutletRecipe } from './outlets'
import type { Random } from './random'

const recipe: OutletRecipe = {
  city: huaian,
  districts: [
    { name: '清江浦', outlets: 120, firstNo: 32080201 },
    { name: '淮阴', outlets: 60, firstNo: 32080401 },
    { name: '淮安', outlets: 62, firstNo: 32080501 },
    { name: '洪泽', outlets: 30, firstNo: 32080601 },
    { name: '涟水', outlets: 46, firstNo: 32080701 },
    { name: '盱眙', outlets: 40, firstNo: 32080801 },
    { name: '金湖', outlets: 22, firstNo: 32080901 },
  ],
  channels: [
    ['street', 318],
    ['convenience-store', 28],
    ['supermarket', 16],
    ['mall', 8],
    ['petrol-station', 6],
    ['restaurant', 4],
  ],
  areaCode: '0517',
  phoneDigits: 8,
  known: [
    { outletNo: '32080290', road: '淮海东路' },
    { outletNo: '32080216', road: '健康西路' },
    { outletNo: '32080720', road: '炎黄大道' },
  ],
}

/** 爱心救助点 in each district, 40 in all. */
const loveAid = { 清江浦: 16, 淮阴: 5, 淮安: 6, 洪泽: 3, 涟水: 4, 盱眙: 3, 金湖: 3 }
const exemplary = 20

/** What anyone gets at a love-aid station; now and then a microwave is broken or a kit was never filled. */
const aidStock: readonly Amenity[] = ['water', 'umbrella']
const aidLikely = {
  'medical-kit': 0.94,
  microwave: 0.88,
  seating: 0.9,
  charging: 0.6,
  food: 0.45,
  wifi: 0.4,
  toilet: 0.2,
}

const giveRoles = (outlets: DemoPlace[], random: Random): void => {
  const named = new Set(recipe.known.map(({ outletNo }) => outletNo))
  for (const [district, count] of Object.entries(loveAid)) {
    const street = outlets.filter((outlet) => outlet.district === district && outlet.channel === 'street')
    const first = street.filter(({ outletNo }) => outletNo !== null && named.has(outletNo))
    const others = street.filter((outlet) => !first.includes(outlet))
    for (const outlet of [...first, ...random.some(others, count - first.length)]) {
      dress(outlet, 'love-aid', aidStock, aidLikely, random)
      if (random.chance(0.85)) dress(outlet, 'warm-cabin', ['winter-coat'], {}, random)
    }
  }
  const steady = outlets.filter(({ channel, hours }) => channel === 'street' && hours !== null)
  const aid = steady.filter(({ roles }) => roles.includes('love-aid'))
  const plain = steady.filter(({ roles }) => roles.length === 0)
  for (const outlet of [...random.some(aid, 8), ...random.some(plain, exemplary - 8)])
    dress(outlet, 'exemplary', [], {}, random)
}

export const huaianDemo: DemoCity = {
  recipe,
  outline: huaianOutline,
  seed: 320800,
  giveRoles,
  closures: [
    '2026 Nov 09-2026 Dec 20 off "店面装修"',
    '2026 Nov 16-2026 Nov 30 off "店主外出"',
    '2026 Nov 12+ off "道路施工，恢复时间另行公布"',
    '2026 Dec 01-2026 Dec 03 10:00-16:00 "盘点，营业时间缩短"',
    '2027 Feb 05-2027 Feb 12 off "春节休息"',
    '2027 Feb 04-2027 Feb 11 off "春节休息"',
  ],
  projects: `
    淮安市 | 市社会福利院失能老人照护楼 | elderly | 2022 | 3200000 | 改造照护床位 120 张，加装电梯和无障碍卫生间 | 09:00-16:30
    淮安市 | 市儿童福利机构康复训练室 | children | 2021 | 860000 | 购置康复器材，开设脑瘫儿童康复训练 | Mo-Fr 08:30-12:00,14:00-17:30
    浦楼 | 浦楼社区老年助餐点 | elderly | 2023 | 240000 | 厨房设备和助餐补贴，每天供应午餐 | 10:30-13:00
    王家营 | 淮阴区日间照料中心 | elderly | 2023 | 1150000 | 日间照料床位、助浴设备和适老化改造 | Mo-Sa 08:00-17:00
    渔沟 | 渔沟镇区域性养老服务中心 | elderly | 2021 | 1980000 | 敬老院消防和护理能力改造 |
    淮城 | 淮安区残疾人之家 | disability | 2022 | 680000 | 辅助性就业工位和康复设备 | Mo-Fr 08:30-11:30,14:00-17:00
    车桥 | 车桥镇农村幸福院 | elderly | 2020 | 320000 | 活动室、助餐设备和无障碍坡道 | 08:00-17:30
    高良涧 | 洪泽区残疾人辅助器具服务站 | disability | 2023 | 410000 | 轮椅、拐杖等辅具免费借用 | Mo-Fr 08:30-12:00,14:00-17:30
    涟城 | 涟水县未成年人保护中心 | children | 2022 | 920000 | 临时照料居室和心理辅导室 | Mo-Fr 08:30-12:00,14:00-18:00
    高沟 | 高沟镇养老服务中心 | elderly | 2021 | 1460000 | 护理型床位改造和智慧呼叫系统 | 08:30-17:00
    盱城 | 盱眙县儿童之家示范点 | children | 2023 | 180000 | 课后托管、图书和心理辅导 | Mo-Fr 15:30-18:30; Sa,Su 09:00-17:00
    黎城 | 金湖县救助服务站改造 | other | 2022 | 560000 | 临时遇困人员食宿房间和无障碍设施 | 24/7
  `,
  shelters: `
    淮安市/淮海东路 | 工会驿站（淮海广场站） | 07:00-21:00
    淮安市/水渡口大道 | 工会驿站（水渡口站） | 24/7
    淮安市/翔宇大道 | 户外劳动者服务站（翔宇大道站） | 07:30-20:00
    王家营/长江东路 | 工会驿站（长江路站） | 07:00-20:00
    淮城/镇淮楼东路 | 工会驿站（镇淮楼站） | 07:00-21:00
    高良涧/洪泽湖大道 | 户外劳动者服务站（洪泽湖大道站） | 07:30-19:30
    涟城/炎黄大道 | 工会驿站（炎黄大道站） |
    盱城/五墩西路 | 工会驿站（五墩站） | 07:00-20:00
    黎城/人民路 | 户外劳动者服务站（人民路站） | Mo-Sa 07:30-19:00
  `,
  halls: () => [],
}
