/** What a region's places add up to: its frame, its middle, its districts and its counts. */
import type { Bbox, District, Kind, Point, Region, Role } from '../contract'
import { districtAdcode } from './divisions'
import type { PlaceRecord } from './record'

export type RegionFigures = Omit<Region, 'adcode' | 'name' | 'version'>
type Located = Pick<PlaceRecord, 'kind' | 'roles' | 'district' | 'lng' | 'lat' | 'demo'>

/** Figures of the `places` of a region; null where there are none, for nothing has no middle. Districts come with the largest first. */
export function regionFigures(adcode: string, places: Iterable<Located>): RegionFigures | null {
  const whole = new Frame()
  const districts = new Map<string, Frame>()
  const kinds: Partial<Record<Kind, number>> = {}
  const roles: Partial<Record<Role, number>> = {}
  let demo = false
  for (const place of places) {
    whole.add(place)
    frameOf(districts, place.district).add(place)
    kinds[place.kind] = (kinds[place.kind] ?? 0) + 1
    for (const role of place.roles) roles[role] = (roles[role] ?? 0) + 1
    demo ||= place.demo
  }
  if (whole.count === 0) return null
  return {
    bbox: whole.bbox(),
    centre: whole.centre(),
    districts: [...districts]
      .map(([name, frame]) => districtOf(adcode, name, frame))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    counts: { places: whole.count, kinds, roles },
    demo,
  }
}

function frameOf(districts: Map<string, Frame>, name: string): Frame {
  const known = districts.get(name)
  if (known) return known
  const frame = new Frame()
  districts.set(name, frame)
  return frame
}

function districtOf(region: string, name: string, frame: Frame): District {
  return {
    name,
    adcode: districtAdcode(region, name),
    bbox: frame.bbox(),
    centre: frame.centre(),
    count: frame.count,
  }
}

/** Grows with every place added. The centre is the mean of the places: where they are dense, not the middle of the box. */
class Frame {
  count = 0
  private west = 180
  private south = 90
  private east = -180
  private north = -90
  /** Sums of millionths of a degree: whole numbers add up to the same in any order. */
  private lngs = 0
  private lats = 0

  add({ lng, lat }: Point) {
    this.count++
    this.west = Math.min(this.west, lng)
    this.south = Math.min(this.south, lat)
    this.east = Math.max(this.east, lng)
    this.north = Math.max(this.north, lat)
    this.lngs += Math.round(lng * 1e6)
    this.lats += Math.round(lat * 1e6)
  }

  bbox(): Bbox {
    return [this.west, this.south, this.east, this.north]
  }

  centre(): Point {
    return { lng: mean(this.lngs, this.count), lat: mean(this.lats, this.count) }
  }
}

/** Degrees, from a sum of millionths. */
function mean(sum: number, count: number): number {
  return Math.round(sum / count) / 1e6
}
