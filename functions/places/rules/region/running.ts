/**
 * The figures of a region while its places come and go, as an import of many transactions needs them: each is what
 * `regionFigures` and `amenityCounts` say of the places at that moment, without a look at all of them each time.
 */
import type { Amenity, Bbox, Kind, Point, Role } from '../../contract'
import {
  type DistrictFrame,
  figuresOfDistricts,
  type Located,
  middleOf,
  type RegionFigures,
  regionFigures,
} from '../region'
import { areTogether, cellKey } from './outliers'

type Counted = Located & { id: string; amenities: readonly { amenity: Amenity }[] }

export class RunningRegion<Place extends Counted> {
  private readonly known = new Map<string, Place>()
  /** The order in which `known` lists its places. */
  private readonly ordinals = new Map<string, number>()
  private nextOrdinal = 0
  private readonly frames = new Map<string, RunningFrame>()
  private readonly cells = new Map<string, RunningCell>()
  private readonly kinds = new Counts<Kind>()
  private readonly roles = new Counts<Role>()
  private readonly amenities = new Counts<Amenity>()
  private demos = 0

  constructor(
    private readonly adcode: string,
    places: readonly Place[],
  ) {
    for (const place of places) this.set(place)
  }

  places(): Place[] {
    return [...this.known.values()]
  }

  /** Adds the place, or puts it where the one of its id was. */
  set(place: Place) {
    const before = this.known.get(place.id)
    if (before) this.count(before, -1)
    else this.ordinals.set(place.id, this.nextOrdinal++)
    this.known.set(place.id, place)
    this.count(place, 1)
  }

  delete(id: string) {
    const place = this.known.get(id)
    if (!place) return
    this.count(place, -1)
    this.known.delete(id)
    this.ordinals.delete(id)
  }

  /** Null where there are no places. */
  figures(): RegionFigures | null {
    // Somewhere a place lies far off: what it may not move is worked out from all of them.
    if (!areTogether([...this.cells.values()].map((cell) => cell.first())))
      return regionFigures(this.adcode, this.places())
    const { frames, kinds, roles, demos } = this
    return figuresOfDistricts(this.adcode, {
      frames,
      kinds: kinds.present(),
      roles: roles.present(),
      demo: demos > 0,
    })
  }

  amenityCounts(): Partial<Record<Amenity, number>> {
    return this.amenities.present()
  }

  private count(place: Place, by: 1 | -1) {
    this.kinds.add(place.kind, by)
    for (const role of place.roles) this.roles.add(role, by)
    for (const { amenity } of place.amenities) this.amenities.add(amenity, by)
    if (place.demo) this.demos += by
    const ordinal = this.ordinals.get(place.id) ?? 0
    countIn(
      this.frames,
      place.district,
      () => new RunningFrame(),
      (frame) => frame.add(place, by),
    )
    countIn(
      this.cells,
      cellKey(place),
      () => new RunningCell(),
      (cell) => cell.add(ordinal, place, by),
    )
  }
}

/** Changes the part of that name, which is there only while it counts places. */
function countIn<Part extends { count: number }>(
  parts: Map<string, Part>,
  name: string,
  make: () => Part,
  change: (part: Part) => void,
) {
  const part = parts.get(name) ?? make()
  change(part)
  if (part.count > 0) parts.set(name, part)
  else parts.delete(name)
}

class Counts<Word extends string> {
  private readonly counts = new Map<Word, number>()

  add(word: Word, by: 1 | -1) {
    this.counts.set(word, (this.counts.get(word) ?? 0) + by)
  }

  /** Without words that nothing has. */
  present(): Partial<Record<Word, number>> {
    const present: Partial<Record<Word, number>> = {}
    for (const [word, count] of this.counts) if (count > 0) present[word] = count
    return present
  }
}

class RunningFrame implements DistrictFrame {
  private readonly lngs: number[] = []
  private readonly lats: number[] = []

  get count(): number {
    return this.lngs.length
  }

  add({ lng, lat }: Point, by: 1 | -1) {
    changeSorted(this.lngs, lng, by)
    changeSorted(this.lats, lat, by)
  }

  bbox(): Bbox {
    const { lngs, lats } = this
    return [lngs[0] ?? 0, lats[0] ?? 0, lngs.at(-1) ?? 0, lats.at(-1) ?? 0]
  }

  centre(): Point {
    return { lng: middleOf(this.lngs), lat: middleOf(this.lats) }
  }
}

/** Adds a value to ascending ones, or takes one of it away. */
function changeSorted(ascending: number[], value: number, by: 1 | -1) {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) < value) from = middle + 1
    else to = middle
  }
  if (by === 1) ascending.splice(from, 0, value)
  else ascending.splice(from, 1)
}

/** A cell of the map lies where the first of its places lies, in the order of the region's places. */
class RunningCell {
  private readonly members = new Map<number, Point>()
  private least = Number.POSITIVE_INFINITY

  get count(): number {
    return this.members.size
  }

  add(ordinal: number, point: Point, by: 1 | -1) {
    if (by === 1) this.members.set(ordinal, point)
    else this.members.delete(ordinal)
    if (by === 1) this.least = Math.min(this.least, ordinal)
    else if (ordinal === this.least)
      this.least = [...this.members.keys()].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  }

  first(): Point {
    return this.members.get(this.least) ?? { lng: 0, lat: 0 }
  }
}
