/** Where a generated place may stand: in its district on the schematic, not in a lake, not on another's doorstep. */
import { distanceMetres } from '../../functions/places/rules/nearby'
import type { Basemap, Position } from '../../miniapp/src/places/basemap/format'
import { isInside } from '../../miniapp/src/places/basemap/inside'
import type { Road, Town } from './cities/city'
import type { Random } from './random'

export type Spot = { lng: number; lat: number; town: Town; road: Road | null; houseNo: number }

/** Metres between two doors, at least. */
const elbowRoom = 60
/** Standard deviation in degrees by the rank of a town: 1.6 km, 900 m, 350 m. */
const spread = { 1: 0.016, 2: 0.009, 3: 0.0035, 4: 0.0035 } as const

export const groundOf = (basemap: Basemap, roads: readonly Road[], random: Random) => {
  const districts = new Map<string, Position[]>()
  const lakes: Position[][] = []
  for (const { properties, geometry } of basemap.features) {
    if (geometry.type !== 'Polygon') continue
    const ring = geometry.coordinates[0] ?? []
    if (properties.layer === 'district') districts.set(properties.name, ring)
    else lakes.push(ring)
  }
  const taken: { lng: number; lat: number }[] = []

  const isFree = (spot: Spot): boolean => {
    const at: Position = [spot.lng, spot.lat]
    return (
      isInside(at, districts.get(spot.town.district) ?? []) &&
      !lakes.some((lake) => isInside(at, lake)) &&
      taken.every((other) => distanceMetres(other, spot) >= elbowRoom)
    )
  }

  return {
    /** A free spot in or around a town; most of a seat's lie on its main roads. `roadName`: on that road. */
    spotIn: (town: Town, roadName?: string): Spot => {
      const seatRoads = roads.filter(
        ({ seat, name }) => seat === town.name && (!roadName || roadName === name),
      )
      if (roadName && seatRoads.length === 0) throw new Error(`${town.name} has no road ${roadName}`)
      for (let tries = 1; tries <= 200; tries++) {
        const onRoad = roadName !== undefined || (seatRoads.length > 0 && random.chance(0.85))
        const spot = onRoad ? spotOn(random.pick(seatRoads), town, random) : spotAround(town, random, tries)
        if (!isFree(spot)) continue
        taken.push(spot)
        return spot
      }
      throw new Error(`no free ground left in ${town.name}`)
    },
  }
}

/** House numbers rise along the road, about one in eight metres; a few metres off its middle. */
const spotOn = (road: Road, town: Town, random: Random): Spot => {
  const t = random.next()
  const lng = road.from[0] + (road.to[0] - road.from[0]) * t + random.normal() * 0.00015
  const lat = road.from[1] + (road.to[1] - road.from[1]) * t + random.normal() * 0.00015
  const metres = distanceMetres({ lng: road.from[0], lat: road.from[1] }, { lng, lat })
  return { lng: sixDecimals(lng), lat: sixDecimals(lat), town, road, houseNo: 1 + Math.round(metres / 8) }
}

/** Wider the more often it failed: a small town fills up. */
const spotAround = (town: Town, random: Random, tries: number): Spot => {
  const reach = spread[town.rank] * (1 + tries / 50)
  return {
    lng: sixDecimals(town.lng + random.normal() * reach),
    lat: sixDecimals(town.lat + random.normal() * reach * 0.85),
    town,
    road: null,
    houseNo: random.int(1, 180),
  }
}

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
