/** Builders of places, regions and catalogues. Each takes overrides; what a test does not name is plausible and plain. */

import {
  type Amenity,
  type Calendar,
  type Channel,
  channels,
  type PlaceSummary,
  projectCategories,
  type Region,
  type Role,
  reportFacts,
} from '../../../functions/places/contract'
import type { Catalogue } from '../../../functions/places/rules/catalogue'
import { type RegionFigures, regionFigures } from '../../../functions/places/rules/region'
import { calendarFor } from '../../../functions/places/service/catalogue/calendar'
import { pinyinOf } from '../../../functions/places/service/catalogue/pinyin'
import { addDays } from '../../../functions/shared/day'
import { buildCity, type City, pickSpot, type Spot } from './city'
import { type Random, seeded } from './random'

/** A love-aid-less street outlet in the middle of Huai'an, open every day from nine to nine. */
export function buildPlace(overrides: Partial<PlaceSummary> = {}): PlaceSummary {
  const outletNo = overrides.outletNo === undefined ? '32080290' : overrides.outletNo
  return {
    id: `320800-${outletNo ?? 'shelter-0a1b2c3d'}`,
    kind: 'outlet',
    outletNo,
    name: '福彩投注站（淮海东路店）',
    roles: [],
    channel: 'street',
    district: '清江浦',
    address: '淮海东路128号',
    lng: 119.030186,
    lat: 33.606513,
    positionVerifiedOn: null,
    phone: '0517-83912345',
    hours: '09:00-21:00',
    amenities: [],
    doubts: [],
    project: null,
    ...overrides,
  }
}

/** A calendar without special days, unless they are given. */
export function buildCalendar(overrides: Partial<Calendar> = {}): Calendar {
  return { from: '2026-11-15', until: '2027-01-25', days: [], ...overrides }
}

/** The head of a region that holds these places, with the figures they add up to. */
export function buildRegion(places: readonly PlaceSummary[], overrides: Partial<Region> = {}): Region {
  const adcode = overrides.adcode ?? '320800'
  const figures = regionFigures(
    adcode,
    places.map((place) => ({ ...place, demo: false })),
  )
  return { adcode, name: '淮安', version: 7, ...(figures ?? noFigures), ...overrides }
}

const noFigures: RegionFigures = {
  bbox: [0, 0, 0, 0],
  centre: { lng: 0, lat: 0 },
  districts: [],
  counts: { places: 0, kinds: {}, roles: {} },
  demo: false,
}

/** Everything that travels to the phone for a made-up city of `n` places. */
export function buildCatalogue(n: number, seed = 1, edition = '2026-11-16'): Catalogue {
  const places = manyPlaces(n, seed)
  const texts = places.flatMap(({ name, district, address }) => [name, district, address])
  return { region: buildRegion(places), calendar: calendarFor(edition), pinyin: pinyinOf(texts), places }
}

/** A made-up city: about a tenth love-aid stations, a quarter post stations, a dozen projects and more. */
export function manyPlaces(n: number, seed = 1): PlaceSummary[] {
  const random = seeded(seed)
  const city = buildCity(random, n)
  const projects = Math.min(Math.floor(n / 4), 12 + Math.round(n / 100))
  const shelters = Math.round(n * 0.03)
  const outlets = n - projects - shelters
  const numbers = random.sample(
    Array.from({ length: outlets * 2 }, (_, i) => String(32_080_000 + i)),
    outlets,
  )
  const list = [
    ...numbers.map((outletNo) => randomOutlet(random, city, outletNo)),
    ...Array.from({ length: shelters }, () => randomShelter(random, city)),
    ...Array.from({ length: projects }, () => randomProject(random, city)),
  ]
  return list
    .map((place) => [random.next(), place] as const)
    .sort(([a], [b]) => a - b)
    .map(([, place]) => place)
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const today = '2026-11-16'

function randomOutlet(random: Random, city: City, outletNo: string): PlaceSummary {
  const spot = pickSpot(random, city)
  const roles = randomRoles(random)
  return buildPlace({
    ...where(spot),
    outletNo,
    id: `320800-${outletNo}`,
    name: outletName(random, spot, outletNo),
    roles,
    channel: random.chance(0.1) ? null : random.chance(0.7) ? 'street' : random.pick<Channel>(channels),
    phone: randomPhone(random),
    hours: randomHours(random),
    ...verified(random, amenitiesOf(random, roles)),
    doubts: random.chance(0.015) ? [{ fact: random.pick(reportFacts), since: randomDay(random, 60) }] : [],
  })
}

function randomShelter(random: Random, city: City): PlaceSummary {
  const spot = pickSpot(random, city)
  return buildPlace({
    ...where(spot),
    outletNo: null,
    id: `320800-shelter-${hex8(random)}`,
    kind: 'shelter',
    name: `${spot.estate}${random.pick(['工会驿站', '户外劳动者服务站', '爱心驿站'])}`,
    channel: null,
    phone: randomPhone(random),
    hours: randomHours(random),
    ...verified(
      random,
      random.sample<Amenity>(['water', 'microwave', 'charging', 'seating', 'toilet', 'wifi'], 4),
    ),
  })
}

function randomProject(random: Random, city: City): PlaceSummary {
  const spot = pickSpot(random, city)
  const subject = random.pick([
    '养老服务中心',
    '敬老院',
    '儿童福利院',
    '残疾人康复中心',
    '居家养老驿站',
    '未成年人保护站',
  ])
  return buildPlace({
    ...where(spot),
    outletNo: null,
    id: `320800-project-${hex8(random)}`,
    kind: 'project',
    name: `${spot.district}${random.pick(['区', '县', ''])}${spot.estate}${subject}`,
    channel: null,
    phone: random.chance(0.5) ? null : randomPhone(random),
    hours: random.chance(0.5) ? null : 'Mo-Fr 08:30-11:30,14:00-17:30; PH off',
    ...verified(random, []),
    project: {
      category: random.pick(projectCategories),
      year: random.between(2017, 2026),
      amount: random.between(5, 400) * 10_000,
      purpose: `${random.pick(['新建', '改建', '装修', '扩建'])}${subject}${random.pick(['活动室', '康复室', '助餐点', '护理床位', '无障碍通道'])}，购置${random.pick(['护理床', '康复器材', '文体设备', '厨房设备'])}${random.between(4, 90)}件`,
    },
  })
}

function where({ district, address, lng, lat }: Spot) {
  return { district, address, lng, lat }
}

function outletName(random: Random, spot: Spot, outletNo: string): string {
  return random.weighted<() => string>([
    [25, () => `福彩${outletNo}投注站`],
    [25, () => `福彩投注站（${random.chance(0.5) ? spot.road : spot.estate}店）`],
    [15, () => `${random.pick(surnames)}${random.pick(['记', '姐', '哥', '师傅', '老板', '大姐'])}福彩店`],
    [15, () => `${spot.estate}福彩站`],
    [
      10,
      () =>
        `${random.pick(['苏果', '好又多', '世纪联华', '红旗', '邻家', '易捷'])}便利店（${spot.estate}店）`,
    ],
    [10, () => `中国福利彩票${spot.road}${random.between(1, 9)}号销售点`],
  ])()
}

function randomRoles(random: Random): Role[] {
  const roles: Role[] = []
  if (random.chance(0.1)) roles.push('love-aid', ...(random.chance(0.7) ? ['warm-cabin' as const] : []))
  if (random.chance(0.2)) roles.push('post-station')
  if (random.chance(0.1)) roles.push('parcel-point')
  if (random.chance(0.05)) roles.push('exemplary')
  if (random.chance(0.01)) roles.push('lottery-supermarket')
  return roles
}

function amenitiesOf(random: Random, roles: Role[]): Amenity[] {
  const found = new Set<Amenity>()
  if (roles.includes('love-aid'))
    for (const one of ['water', 'umbrella', 'medical-kit', 'microwave'] as const) found.add(one)
  if (roles.includes('warm-cabin')) found.add('winter-coat')
  if (roles.includes('post-station'))
    for (const one of ['water', 'charging', 'seating'] as const) found.add(one)
  if (random.chance(0.4)) found.add('seating')
  for (const one of ['wifi', 'toilet', 'charging', 'food', 'accessible'] as const)
    if (random.chance(0.12)) found.add(one)
  return [...found]
}

/** Most facts of a place are seen on one visit; some later, some never. */
function verified(
  random: Random,
  amenities: Amenity[],
): Pick<PlaceSummary, 'positionVerifiedOn' | 'amenities'> {
  const visit = randomDay(random, 540)
  const seenOn = () => (random.chance(0.7) ? visit : random.chance(0.3) ? null : randomDay(random, 540))
  return {
    positionVerifiedOn: seenOn(),
    amenities: amenities.map((amenity) => ({ amenity, verifiedOn: seenOn() })),
  }
}

function randomHours(random: Random): string | null {
  if (random.chance(0.12)) return null
  if (random.chance(0.02)) return '24/7'
  const opens = random.weighted([
    [5, '08:00'],
    [8, '08:30'],
    [8, '09:00'],
    [2, '07:30'],
    [2, '09:30'],
    [1, '10:00'],
  ])
  const closes = random.weighted([
    [8, '21:00'],
    [5, '20:30'],
    [5, '21:30'],
    [4, '22:00'],
    [3, '20:00'],
    [1, '22:30'],
    [1, '01:00'],
  ])
  const spans = random.chance(0.08) ? `${opens}-12:00,13:30-${closes}` : `${opens}-${closes}`
  const weekend = random.chance(0.15)
    ? `; ${random.pick(['Sa,Su', 'Su'])} 09:00-${random.pick(['18:00', '20:00', '21:00'])}`
    : ''
  const holidays = random.chance(0.06) ? '; PH off' : ''
  const closure = random.chance(0.02) ? '; 2026 Nov 20-2026 Dec 05 off "装修"' : ''
  return `${weekend === '' ? '' : 'Mo-Fr '}${spans}${weekend}${holidays}${closure}`
}

function randomPhone(random: Random): string | null {
  const digits = (n: number) => Array.from({ length: n }, () => random.between(0, 9)).join('')
  if (random.chance(0.12)) return null
  if (random.chance(0.25)) return `0517-8${digits(7)}`
  return `${random.pick(['130', '131', '132', '135', '136', '137', '138', '139', '150', '151', '152', '158', '159', '177', '180', '182', '187', '188', '189', '199'])}${digits(8)}`
}

function randomDay(random: Random, back: number): string {
  return addDays(today, -random.between(0, back))
}

function hex8(random: Random): string {
  return random.between(0, 0xffffffff).toString(16).padStart(8, '0')
}
