/** Places of a demonstration city that are not outlets, from short lists written by hand. */
import { projectCategorySchema } from '../../functions/places/contract'
import { districtOf, roadAddress, townName } from './address'
import type { City, Town } from './cities/city'
import type { groundOf } from './ground'
import type { DemoPlace } from './outlets'
import type { Random } from './random'
import { phoneFor, stock, verifiedDay } from './service'

type Setting = {
  city: City
  areaCode: string
  phoneDigits: number
  ground: ReturnType<typeof groundOf>
  random: Random
}

/** `town | name | category | year | amount in yuan | purpose | hours`, one a line. */
export const projectsOf = (text: string, setting: Setting): DemoPlace[] =>
  linesOf(text).map(([town = '', name = '', category, year, amount, purpose = '', hours]) => ({
    ...placed(town, name, setting),
    kind: 'project',
    hours: hours || null,
    amenities: stock([], { seating: 0.5, toilet: 0.6, accessible: 0.8, water: 0.4 }, setting.random),
    project: {
      category: projectCategorySchema.parse(category),
      year: Number(year),
      amount: Number(amount),
      purpose,
    },
  }))

/** `town | name | hours`, one a line; the town as in `placed`. */
export const sheltersOf = (text: string, setting: Setting): DemoPlace[] =>
  linesOf(text).map(([town = '', name = '', hours]) => ({
    ...placed(town, name, setting),
    kind: 'shelter',
    hours: hours || null,
    amenities: stock(
      ['water', 'charging', 'seating'],
      { microwave: 0.8, 'medical-kit': 0.7, wifi: 0.6, toilet: 0.4, umbrella: 0.5 },
      setting.random,
    ),
    project: null,
  }))

/** `where`: a town, or `town/road` to stand on that road. */
const placed = (where: string, name: string, setting: Setting) => {
  const { city, ground, random, areaCode, phoneDigits } = setting
  const [townOf = '', road] = where.split('/')
  const town = townNamed(city, townOf)
  const spot = ground.spotIn(town, road)
  const { lng, lat, houseNo } = spot
  return {
    outletNo: null,
    name,
    roles: [],
    channel: null,
    district: town.district,
    address: spot.road
      ? roadAddress(city, spot)
      : `${districtOf(city, town)}${townName(city, town)}${random.pick(['中心街', '人民路'])}${houseNo}号`,
    lng,
    lat,
    positionVerifiedOn: verifiedDay(random),
    phone: phoneFor(areaCode, phoneDigits, random),
  }
}

const townNamed = (city: City, name: string): Town => {
  const town = city.towns.find((candidate) => candidate.name === name)
  if (!town) throw new Error(`${city.name} has no town ${name}`)
  return town
}

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
