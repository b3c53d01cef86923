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
  const byCount = [...districts]
    .map(([name, frame]) => districtOf(adcode, name, frame))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const [largest] = byCount
  if (!largest) return null
  return {
    bbox: whole.bbox(),
    // A city's people live around its largest district; the middle of all its counties lies in the fields.
    centre: largest.centre,
    districts: byCount,
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

/** Grows with every place added. */
class Frame {
  private readonly lngs: number[] = []
  private readonly lats: number[] = []

  get count(): number {
    return this.lngs.length
  }

  add({ lng, lat }: Point) {
    this.lngs.push(lng)
    this.lats.push(lat)
  }

  bbox(): Bbox {
    return [least(this.lngs), least(this.lats), most(this.lngs), most(this.lats)]
  }

  /** Half of the places lie on either side of it: in the town where most are, whatever lies far out. */
  centre(): Point {
    return { lng: median(this.lngs), lat: median(this.lats) }
  }
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value))
}

function most(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value))
}

/** Degrees to the millionth; between the two middle values where the number of values is even. */
function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  const middle = (ascending.length - 1) / 2
  const low = ascending[Math.floor(middle)] ?? 0
  const high = ascending[Math.ceil(middle)] ?? 0
  return Math.round(((low + high) / 2) * 1e6) / 1e6
}
