/**
 * A k-d tree of places on the globe, exact everywhere and without trigonometry while it searches.
 *
 * Places are kept as points of three-dimensional space, one unit from the centre of the Earth. The straight line
 * through the Earth between two of them (the chord) grows with the way over its surface, so what is nearest by the
 * one is nearest by the other. And in plain space an ordinary k-d tree is exact: no pole and no date line, where
 * degrees of longitude are something else on every parallel, and a distance is three multiplications.
 *
 * The tree is the order of the arrays and nothing else. A stretch of them longer than a leaf has its median in the
 * middle, by x, y or z in turn; what is before it lies on its lower side, what is behind on its upper side.
 */
import type { Point } from '../../contract'

export type Tree = {
  /** Which of the places stands at each position. */
  ordinals: Uint32Array
  /** x, y and z of each position. */
  coordinates: Float64Array
  /** 1 at the middle of each stretch that is in order. A search puts in order what it comes to, and most is never asked. */
  arranged: Uint8Array
}

const leafSize = 16
const radiansPerDegree = Math.PI / 180

export function buildTree(points: readonly Point[]): Tree {
  return treeOf(
    points.map(({ lng }) => lng),
    points.map(({ lat }) => lat),
  )
}

/** `lngs` and `lats` of the points, degrees, as long as each other. */
export function treeOf(lngs: ArrayLike<number>, lats: ArrayLike<number>): Tree {
  const count = lngs.length
  const ordinals = new Uint32Array(count)
  const coordinates = new Float64Array(3 * count)
  for (let i = 0; i < count; i++) {
    ordinals[i] = i
    const lng = (lngs[i] ?? 0) * radiansPerDegree
    const lat = (lats[i] ?? 0) * radiansPerDegree
    const ring = Math.cos(lat)
    coordinates[3 * i] = ring * Math.cos(lng)
    coordinates[3 * i + 1] = ring * Math.sin(lng)
    coordinates[3 * i + 2] = Math.sin(lat)
  }
  return { ordinals, coordinates, arranged: new Uint8Array(count) }
}

function onUnitSphere({ lng, lat }: Point): [number, number, number] {
  const { coordinates } = treeOf([lng], [lat])
  const [x = 0, y = 0, z = 0] = coordinates
  return [x, y, z]
}

/** The middle of a stretch, with what is less before it and what is more behind it. */
function middleOf(tree: Tree, first: number, last: number, axis: number): number {
  const middle = (first + last) >> 1
  if (tree.arranged[middle] === 0) {
    select(tree, middle, first, last, axis)
    tree.arranged[middle] = 1
  }
  return middle
}

/** Hoare's quickselect: brings to `wanted` what would stand there if the stretch were sorted, lesser before, greater behind. */
function select(tree: Tree, wanted: number, first: number, last: number, axis: number): void {
  let [low, high] = [first, last]
  while (low < high) {
    const { lesser, greater } = partition(tree, low, high, axis)
    if (wanted <= lesser) high = lesser
    else if (wanted >= greater) low = greater
    else return
  }
}

/** Afterwards all up to `lesser` are at most some value, all from `greater` at least; what lies between is that value. */
function partition(tree: Tree, low: number, high: number, axis: number): { lesser: number; greater: number } {
  const { coordinates } = tree
  const pivot = coordinates[3 * ((low + high) >> 1) + axis] ?? 0
  let [i, j] = [low, high]
  while (i <= j) {
    while ((coordinates[3 * i + axis] ?? 0) < pivot) i++
    while ((coordinates[3 * j + axis] ?? 0) > pivot) j--
    if (i <= j) swap(tree, i++, j--)
  }
  return { lesser: j, greater: i }
}

function swap({ ordinals, coordinates }: Tree, i: number, j: number): void {
  const ordinal = ordinals[i] ?? 0
  ordinals[i] = ordinals[j] ?? 0
  ordinals[j] = ordinal
  for (let axis = 0; axis < 3; axis++) {
    const coordinate = coordinates[3 * i + axis] ?? 0
    coordinates[3 * i + axis] = coordinates[3 * j + axis] ?? 0
    coordinates[3 * j + axis] = coordinate
  }
}

/** `reach`: chords longer than that are too far; both reach and the chords found are in radii of the Earth. */
export type TreeQuery = {
  limit: number
  reach: number
  accept: (ordinal: number) => boolean
  /** Of two that are equally near, whether the first comes before the second; by their ordinals if absent. */
  precedes?: (ordinal: number, other: number) => boolean
}
export type Hit = { ordinal: number; chord: number }

/** The `limit` accepted points nearest to `point`, nearest first. */
export function nearestInTree(tree: Tree, point: Point, query: TreeQuery): Hit[] {
  const search = new Search(tree, onUnitSphere(point), query)
  search.visit(0, tree.ordinals.length - 1, 0, 0)
  return search.hits()
}

class Search {
  /** The best so far, ascending, as squares: the root is drawn of those that are given out. */
  private readonly squares: Float64Array
  private readonly found: Uint32Array
  private size = 0
  /** What is not nearer than this is of no interest any more. */
  private worst: number
  /** How far the query lies outside the box under visit, along each axis. */
  private readonly outside = [0, 0, 0]
  private readonly precedes: (ordinal: number, other: number) => boolean

  constructor(
    private readonly tree: Tree,
    private readonly from: readonly [number, number, number],
    private readonly query: TreeQuery,
  ) {
    const room = Math.min(query.limit, tree.ordinals.length)
    this.squares = new Float64Array(room)
    this.found = new Uint32Array(room)
    this.worst = query.reach * query.reach
    this.precedes = query.precedes ?? ((ordinal, other) => ordinal < other)
  }

  /**
   * The side on which the query lies comes first, for it likely holds the nearest. The other side is as far away as its
   * box at least (`apart`, squared): across the dividing plane, and along the other axes as far as before. If what was
   * found is nearer than that, nothing behind the plane can be, and it is left out: that is all the speed, and exact.
   */
  visit(first: number, last: number, axis: number, apart: number): void {
    if (last - first < leafSize) {
      for (let position = first; position <= last; position++) this.consider(position)
      return
    }
    const middle = middleOf(this.tree, first, last, axis)
    const next = axis === 2 ? 0 : axis + 1
    const across = (this.from[axis] ?? 0) - (this.tree.coordinates[3 * middle + axis] ?? 0)
    if (across < 0) this.visit(first, middle - 1, next, apart)
    else this.visit(middle + 1, last, next, apart)
    this.consider(middle)
    const before = this.outside[axis] ?? 0
    const beyond = apart - before * before + across * across
    if (beyond > this.worst) return
    this.outside[axis] = across
    if (across < 0) this.visit(middle + 1, last, next, beyond)
    else this.visit(first, middle - 1, next, beyond)
    this.outside[axis] = before
  }

  private consider(position: number): void {
    const { coordinates, ordinals } = this.tree
    const x = (coordinates[3 * position] ?? 0) - this.from[0]
    const y = (coordinates[3 * position + 1] ?? 0) - this.from[1]
    const z = (coordinates[3 * position + 2] ?? 0) - this.from[2]
    const square = x * x + y * y + z * z
    if (square > this.worst) return
    const ordinal = ordinals[position] ?? 0
    if (this.query.accept(ordinal)) this.keep(ordinal, square)
  }

  /** Insertion into a sorted list; when that is full, its last falls out. */
  private keep(ordinal: number, square: number): void {
    const { squares, found } = this
    const at = this.placeOf(ordinal, square)
    if (at === squares.length) return
    const last = Math.min(this.size, squares.length - 1)
    squares.copyWithin(at + 1, at, last)
    found.copyWithin(at + 1, at, last)
    squares[at] = square
    found[at] = ordinal
    this.size = last + 1
    if (this.size === squares.length) this.worst = squares[this.size - 1] ?? 0
  }

  /** How many of those found come before. */
  private placeOf(ordinal: number, square: number): number {
    let [low, high] = [0, this.size]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.squares[middle] ?? 0
      const isBefore = other === square ? !this.precedes(ordinal, this.found[middle] ?? 0) : other < square
      if (isBefore) low = middle + 1
      else high = middle
    }
    return low
  }

  hits(): Hit[] {
    return Array.from(this.found.subarray(0, this.size), (ordinal, i) => ({
      ordinal,
      chord: Math.sqrt(this.squares[i] ?? 0),
    }))
  }
}
