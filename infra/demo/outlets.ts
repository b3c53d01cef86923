/** Outlets of a demonstration city: where they stand, how they are called, what they offer. */
import {
  type Amenity,
  amenities,
  type Channel,
  type PlaceSummary,
  type Role,
  roles,
} from '../../functions/places/contract'
import { districtOf, roadAddress, townName } from './address'
import type { City, Town } from './cities/city'
import type { groundOf, Spot } from './ground'
import type { Random } from './random'
import { hoursFor, phoneFor, stock, verifiedDay } from './service'
import { numbered } from './words'

/** A place as a file has it. */
export type DemoPlace = Omit<PlaceSummary, 'id' | 'doubts'>

export type OutletRecipe = {
  city: City
  /** How many in each district, and where its block of numbers begins. */
  districts: readonly { name: string; outlets: number; firstNo: number }[]
  /** How many of each; together as many as there are outlets. */
  channels: readonly (readonly [Channel, number])[]
  areaCode: string
  phoneDigits: number
  /** A number that is known from print and the road it shall stand on. */
  known: readonly { outletNo: string; road: string }[]
}

type Ground = ReturnType<typeof groundOf>
type Site = { spot: Spot; channel: Channel; outletNo: string }

/** Ascending by number. Roles are given afterwards, with what belongs to them: see `dress`. */
export const outletsOf = (recipe: OutletRecipe, ground: Ground, random: Random): DemoPlace[] => {
  const names = namer()
  return sitesOf(recipe, ground, random).map(({ spot, channel, outletNo }) => ({
    kind: 'outlet',
    outletNo,
    name: names(outletNo, channel, spot, random),
    roles: [],
    channel,
    district: spot.town.district,
    address: addressOf(recipe.city, spot, channel, random),
    lng: spot.lng,
    lat: spot.lat,
    positionVerifiedOn: verifiedDay(random),
    phone: phoneFor(recipe.areaCode, recipe.phoneDigits, random),
    hours: hoursFor(channel, random),
    amenities: random.chance(0.2) ? [] : stock([], usualAmenities[channel], random),
    project: null,
  }))
}

/** Adds a role and what its plaque promises; what the outlet had stays. */
export const dress = (
  place: DemoPlace,
  role: Role,
  certain: readonly Amenity[],
  likely: Partial<Record<Amenity, number>>,
  random: Random,
): void => {
  const had = new Map(place.amenities.map((entry) => [entry.amenity, entry]))
  for (const entry of stock(certain, likely, random)) had.set(entry.amenity, entry)
  place.roles = roles.filter((known) => known === role || place.roles.includes(known))
  place.amenities = amenities.flatMap((amenity) => had.get(amenity) ?? [])
}

const usualAmenities: Record<Channel, Partial<Record<Amenity, number>>> = {
  street: {
    water: 0.6,
    seating: 0.7,
    charging: 0.3,
    umbrella: 0.15,
    wifi: 0.3,
    toilet: 0.08,
    accessible: 0.12,
  },
  mall: { seating: 0.5, toilet: 0.9, wifi: 0.6, accessible: 0.8, charging: 0.4 },
  'petrol-station': { water: 0.6, toilet: 0.95, accessible: 0.3, food: 0.4 },
  'convenience-store': { water: 0.5, microwave: 0.4, food: 0.8, charging: 0.2, umbrella: 0.2 },
  supermarket: { toilet: 0.3, food: 0.7, accessible: 0.5, seating: 0.2 },
  restaurant: { water: 0.8, seating: 1, toilet: 0.6, food: 1, wifi: 0.4 },
  'housing-sales': { water: 0.9, seating: 1, toilet: 0.9, wifi: 0.5, accessible: 0.5 },
}

const sitesOf = (
  { city, districts, channels, known }: OutletRecipe,
  ground: Ground,
  random: Random,
): Site[] => {
  const left = channels.flatMap(([channel, count]) => Array.from({ length: count }, () => channel))
  const shuffled = left.map((channel) => ({ channel, key: random.next() })).sort((a, b) => a.key - b.key)
  const sites = districts.flatMap(({ name, outlets, firstNo }) => {
    const towns = townsByWeight(city, name, random)
    const free = Array.from({ length: Math.ceil(outlets * 1.3) }, (_, i) => String(firstNo + i))
    // Every town has one; who comes later goes where most people are.
    return random
      .some(free, outlets)
      .map((outletNo, i) => ({ outletNo, spot: ground.spotIn(towns[i]?.[0] ?? random.weighted(towns)) }))
  })
  const placed = sites.map((site, i) => ({ ...site, channel: shuffled[i]?.channel ?? 'street' }))
  for (const { outletNo, road } of known) {
    const site = placed.find(({ spot, channel }) => spot.road?.name === road && channel === 'street')
    const holder = placed.find((other) => other.outletNo === outletNo)
    if (!site) throw new Error(`nothing stands on ${road}`)
    if (holder) holder.outletNo = site.outletNo
    site.outletNo = outletNo
  }
  return placed.sort((a, b) => (a.outletNo < b.outletNo ? -1 : 1))
}

/** More than half in the seat, the rest over the towns; some towns are livelier than others. */
const townsByWeight = (city: City, district: string, random: Random): [Town, number][] => {
  const towns = city.towns.filter((town) => town.district === district && town.rank !== 4)
  const share = { 1: 22, 2: 14, 3: 1, 4: 0 } as const
  return towns.map((town) => [town, share[town.rank] * (town.rank === 3 ? 0.6 + random.next() : 1)])
}

/** Names do not repeat: the second on a road is 二站. */
const namer = () => {
  const used = new Map<string, number>()
  return (outletNo: string, channel: Channel, spot: Spot, random: Random): string => {
    const where = spot.road?.name ?? spot.town.name.replace(/市$/, '')
    const key = `${where}|${channel}`
    const n = (used.get(key) ?? 0) + 1
    used.set(key, n)
    if (channel !== 'street')
      return `福彩${where}${premises[channel]}${numbered(n)}${n === 1 ? '代销点' : '号代销点'}`
    return random.weighted([
      [`中国福利彩票 ${outletNo} ${where}${numbered(n)}站`, 5],
      [`福彩投注站（${where}${numbered(n)}店）`, 4],
      [`福彩 ${outletNo} ${where}站`, 2],
    ])
  }
}

const premises: Record<Exclude<Channel, 'street'>, string> = {
  mall: '商场',
  'petrol-station': '加油站',
  'convenience-store': '便利店',
  supermarket: '超市',
  restaurant: '餐饮',
  'housing-sales': '售楼处',
}

const indoors: Partial<Record<Channel, readonly string[]>> = {
  mall: ['商场一层服务台旁', '商场二层扶梯口', '商场负一层'],
  'petrol-station': ['加油站便利店内'],
  'convenience-store': ['便利店内', '便利店收银台'],
  supermarket: ['超市收银台外', '超市入口'],
  restaurant: ['一层', '店内'],
  'housing-sales': ['售楼处大厅'],
}

const corners = [
  '中心街',
  '人民路',
  '商业街',
  '农贸市场南侧',
  '汽车站对面',
  '卫生院旁',
  '中学路',
  '政府驻地东侧',
  '老街口',
]

const addressOf = (city: City, spot: Spot, channel: Channel, random: Random): string => {
  const inside = indoors[channel]
  const detail = inside && random.chance(0.7) ? random.pick(inside) : ''
  if (spot.road) return `${roadAddress(city, spot)}${detail}`
  const corner = random.pick(corners)
  const house = /[街路]$/.test(corner) ? `${spot.houseNo}号` : ''
  return `${districtOf(city, spot.town)}${townName(city, spot.town)}${corner}${house}${detail}`
}
