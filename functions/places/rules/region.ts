/** What a region's places add up to: its frame, its middle, its districts and its counts. */
import type { Bbox, District, Kind, Point, Region, Role } from '../contract'
import { districtAdcode } from './divisions'
import type { PlaceRecord } from './record'
import { outliers } from './region/outliers'

export type RegionFigures = Omit<Region, 'adcode' | 'name' | 'version'>
export type Located = Pick<PlaceRecord, 'kind' | 'roles' | 'district' | 'lng' | 'lat' | 'demo'>

/**
 * Figures of the `places` of a region; null where there are none, for nothing has no middle. Districts come with the
 * largest first. A place whose coordinates were mistyped is counted, but moves no frame and no centre; a district that
 * has no other is left out, for nobody knows where it is.
 */
export function regionFigures(adcode: string, places: readonly Located[]): RegionFigures | null {
  const left = outliers(places)
  const plain = plainFigures(adcode, places)
  if (plain === null || left.size === 0) return plain
  const sound = plainFigures(
    adcode,
    places.filter((_, i) => !left.has(i)),
  )
  const { counts, demo, bbox: extent } = plain
  return sound && { ...sound, extent, districts: recounted(sound, plain), counts, demo }
}

/** The districts of `sound` with the counts of `plain`. */
function recounted({ districts }: RegionFigures, plain: RegionFigures): District[] {
  const counts = new Map(plain.districts.map(({ name, count }) => [name, count]))
  return districts
    .map((district) => ({ ...district, count: counts.get(district.name) ?? district.count }))
    .sort(byCount)
}

const byCount = (a: District, b: District) => b.count - a.count || (a.name < b.name ? -1 : 1)

/** What all the places add up to, wherever they lie: what a phone reckons where a catalogue tells no figures. */
export function plainFigures(adcode: string, places: Iterable<Located>): RegionFigures | null {
  const frames = new Map<string, Frame>()
  const kinds: Partial<Record<Kind, number>> = {}
  const roles: Partial<Record<Role, number>> = {}
  let demo = false
  for (const place of places) {
    frameOf(frames, place.district).add(place)
    kinds[place.kind] = (kinds[place.kind] ?? 0) + 1
    for (const role of place.roles) roles[role] = (roles[role] ?? 0) + 1
    demo ||= place.demo
  }
  return figuresOfDistricts(adcode, { frames, kinds, roles, demo })
}

/** Where the places of a district lie, and how many there are. */
export type DistrictFrame = { count: number; bbox(): Bbox; centre(): Point }
/** What is counted of a region's places; `frames` by the name of the district, none of them empty. */
export type RegionParts = { frames: ReadonlyMap<string, DistrictFrame>; demo: boolean } & Pick<
  RegionFigures['counts'],
  'kinds' | 'roles'
>

export function figuresOfDistricts(
  adcode: string,
  { frames, kinds, roles, demo }: RegionParts,
): RegionFigures | null {
  const districts = [...frames].map(([name, frame]) => districtOf(adcode, name, frame)).sort(byCount)
  const [largest] = districts
  if (!largest) return null
  return {
    bbox: districts.map(({ bbox }) => bbox).reduce(around),
    // A city's people live around its largest district; the middle of all its counties lies in the fields.
    centre: largest.centre,
    districts,
    counts: { places: districts.reduce((sum, { count }) => sum + count, 0), kinds, roles },
    demo,
  }
}

function around(a: Bbox, b: Bbox): Bbox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

function frameOf(districts: Map<string, Frame>, name: string): Frame {
  const known = districts.get(name)
  if (known) return known
  const frame = new Frame()
  districts.set(name, frame)
  return frame
}

function districtOf(region: string, name: string, frame: DistrictFrame): District {
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
    const [west, east] = ends(this.lngs)
    const [south, north] = ends(this.lats)
    return [west, south, east, north]
  }

  /** Half of the places lie on either side of it: in the town where most are, whatever lies far out. */
  centre(): Point {
    return { lng: median(this.lngs), lat: median(this.lats) }
  }
}

function ends(values: readonly number[]): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

const median = (values: readonly number[]): number => middleOf(Float64Array.from(values).sort())

/** Degrees to the millionth; between the two middle values where the number of values is even. */
export function middleOf(ascending: ArrayLike<number>): number {
  const middle = (ascending.length - 1) / 2
  const low = ascending[Math.floor(middle)] ?? 0
  const high = ascending[Math.ceil(middle)] ?? 0
  return Math.round(((low + high) / 2) * 1e6) / 1e6
}
