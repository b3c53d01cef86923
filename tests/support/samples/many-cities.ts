/**
 * A made-up country of many cities, for choosing between them: towns with their countryside, borders that wind, places
 * and people where people live. The truth of a position is the city whose border it lies in.
 */
import type { Point } from '../../../functions/places/contract'
import { type Random, seeded } from './random'

export type Country = {
  /** By adcode. */
  cities: ReadonlyMap<string, Point[]>
  /** Towns' middles by adcode. */
  districts: ReadonlyMap<string, Point[]>
  /** Somebody at home in a city, drawn by where people live; `adcode` is the city they live in. */
  person(random: Random): Point & { adcode: string }
}

type Town = Point & { adcode: string; people: number; size: number }

const columns = 20
/** So that the nearest district centre is right for some 95 in 100 people and the nearest place for 98, as among real cities. */
const townspeople = 0.65

export function buildCountry(count: number, seed = 1): Country {
  const random = seeded(seed)
  const bend = bending(random)
  const towns = Array.from({ length: count }, (_, i) => townsOf(random, i)).flat()
  const nearby = bucketsOf(towns)
  const adcodes = [...new Set(towns.map(({ adcode }) => adcode))]
  const townOf = (point: Point): Town | null => {
    const bent = bend(point)
    const near = nearby.get(`${Math.floor(bent.lng)} ${Math.floor(bent.lat)}`) ?? []
    let best: Town | null = null
    let least = Number.POSITIVE_INFINITY
    for (const town of near) {
      const away = flatSquared(town, bent)
      if (away < least) [best, least] = [town, away]
    }
    return best
  }
  const districts = new Map(adcodes.map((adcode) => [adcode, towns.filter((town) => town.adcode === adcode)]))
  const home = (source: Random, adcode: string): Point => {
    const own = (districts.get(adcode) ?? []).map((one) => [one.people, one] as const)
    for (;;) {
      const town = source.weighted(own)
      const point = source.chance(townspeople) ? inTown(source, town) : inCountryside(source, town)
      if (townOf(point)?.adcode === adcode) return point
    }
  }
  return {
    cities: new Map(
      adcodes.map((adcode) => [
        adcode,
        Array.from({ length: random.between(100, 500) }, () => home(random, adcode)),
      ]),
    ),
    districts,
    person(source) {
      const adcode = source.pick(adcodes)
      return { ...home(source, adcode), adcode }
    },
  }
}

function townsOf(random: Random, i: number): Town[] {
  const adcode = String(110_000 + i * 100)
  const lng = 103 + ((i % columns) + 0.5 + (random.next() - 0.5) * 0.7) * 0.98
  const lat = 22.5 + (Math.floor(i / columns) + 0.5 + (random.next() - 0.5) * 0.7) * 1.05
  const counties = random.between(5, 11)
  const county = (n: number): Town => {
    const turn = (2 * Math.PI * n) / counties + random.next() * 0.7
    const away = 0.2 + 0.35 * random.next()
    const [east, north] = [1.15 * away * Math.cos(turn), away * Math.sin(turn)]
    return {
      adcode,
      lng: lng + east,
      lat: lat + north,
      people: 0.4 + random.next(),
      size: 0.02 + 0.02 * random.next(),
    }
  }
  const middle = { adcode, lng, lat, people: 3 + 4 * random.next(), size: 0.05 }
  return [middle, ...Array.from({ length: counties }, (_, n) => county(n))]
}

function inTown(random: Random, { lng, lat, size }: Town): Point {
  return rounded(lng + random.normal() * size, lat + random.normal() * size)
}

function inCountryside(random: Random, { lng, lat }: Town): Point {
  return rounded(lng + (random.next() - 0.5) * 1.2, lat + (random.next() - 0.5) * 1.1)
}

const rounded = (lng: number, lat: number): Point => ({
  lng: Math.round(lng * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
})

/** Straight borders between towns become winding ones. */
function bending(random: Random): (point: Point) => Point {
  const phase = Array.from({ length: 8 }, () => random.next() * 2 * Math.PI)
  const waves = (a: number, b: number, from: number) =>
    0.08 * Math.sin(a * 5 + (phase[from] ?? 0)) +
    0.05 * Math.sin(b * 9 + a * 4 + (phase[from + 1] ?? 0)) +
    0.03 * Math.sin(a * 21 + (phase[from + 2] ?? 0)) +
    0.02 * Math.sin(b * 37 + (phase[from + 3] ?? 0))
  return ({ lng, lat }) => ({ lng: lng + waves(lat, lng, 0), lat: lat + waves(lng, lat, 4) })
}

function bucketsOf(towns: readonly Town[]): Map<string, Town[]> {
  const buckets = new Map<string, Town[]>()
  for (const town of towns) {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const key = `${Math.floor(town.lng) + dx} ${Math.floor(town.lat) + dy}`
        buckets.set(key, [...(buckets.get(key) ?? []), town])
      }
    }
  }
  return buckets
}

/** Degrees of latitude, as on a flat map of the middle of the country. */
export const flat = (a: Point, b: Point) => Math.sqrt(flatSquared(a, b))

/** To compare ways by: a country asks for some fifteen million. */
const flatSquared = (a: Point, b: Point) => ((a.lng - b.lng) * 0.86) ** 2 + (a.lat - b.lat) ** 2
