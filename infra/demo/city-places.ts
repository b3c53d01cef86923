/** All places of a demonstration city, the same ones every time. */
import { formatHours, parseHours } from '../../functions/places/rules/hours'
import { drawBasemap } from '../basemap/draw'
import type { Outline } from '../basemap/outlines/outline'
import { groundOf } from './ground'
import { projectsOf, sheltersOf } from './others'
import { type DemoPlace, type OutletRecipe, outletsOf } from './outlets'
import { type Random, seeded } from './random'

export type DemoCity = {
  recipe: OutletRecipe
  outline: Outline
  seed: number
  giveRoles: (outlets: DemoPlace[], random: Random) => void
  /** Dated rules, each for an outlet of its own. */
  closures: readonly string[]
  projects: string
  shelters: string
  halls: (ground: ReturnType<typeof groundOf>, random: Random) => DemoPlace[]
}

export const placesOf = (demo: DemoCity): DemoPlace[] => {
  const { city, areaCode, phoneDigits } = demo.recipe
  const random = seeded(demo.seed)
  const ground = groundOf(drawBasemap(city, demo.outline), city.roads, random)
  const outlets = outletsOf(demo.recipe, ground, random)
  demo.giveRoles(outlets, random)
  closeSome(outlets, demo.closures, random)
  const setting = { city, areaCode, phoneDigits, ground, random }
  const halls = demo.halls(ground, random)
  const places = [
    ...outlets,
    ...halls,
    ...projectsOf(demo.projects, setting),
    ...sheltersOf(demo.shelters, setting),
  ]
  return places.map((place) => ({ ...place, hours: canonical(place.hours) }))
}

const closeSome = (outlets: DemoPlace[], closures: readonly string[], random: Random): void => {
  const candidates = outlets.filter(({ hours }) => hours !== null && hours !== '24/7')
  random.some(candidates, closures.length).forEach((outlet, i) => {
    outlet.hours = `${outlet.hours}; ${closures[i]}`
  })
}

const canonical = (hours: string | null): string | null => {
  if (hours === null) return null
  const parsed = parseHours(hours)
  if (!parsed.ok) throw new Error(`${hours}: ${parsed.error.reason}`)
  return formatHours(parsed.value)
}
