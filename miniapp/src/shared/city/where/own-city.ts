/**
 * Which cities a position counts for: the one rule for home, map, aid and gifts. By the city grid where the phone has it;
 * before that, and from a server without one, by the nearest district centre. Pure.
 */
import type { Point, Region } from '@contract/places'
import type { CityGrid } from '@functions/places/rules/city-grid'
import { distanceMetres } from '@functions/places/rules/nearby'

/** `own`: the city of the nearest places; null where none is within reach. `near`: all from which one is not far away. */
export type OwnCities = { own: string | null; near: readonly string[] }

export const nowhere: OwnCities = { own: null, near: [] }

/** Who is just over the border is still served by the city that they chose. */
const margin = 30_000
/** A county reaches that far from its town. */
const farthestCentre = 80_000

export function ownCitiesOf(
  position: Point | null,
  grid: CityGrid | null,
  regions: readonly Region[],
): OwnCities {
  if (position === null) return nowhere
  if (grid === null) return byCentres(position, regions)
  const own = grid.cityAt(position)
  return { own, near: grid.citiesWithin(position, margin).map(({ adcode }) => adcode) }
}

function byCentres(position: Point, regions: readonly Region[]): OwnCities {
  let own: string | null = null
  let least = farthestCentre
  for (const { adcode, centre, districts } of regions) {
    for (const point of [centre, ...districts.map((district) => district.centre)]) {
      const away = distanceMetres(position, point)
      if (away > least) continue
      own = adcode
      least = away
    }
  }
  return own === null ? nowhere : { own, near: [own] }
}
