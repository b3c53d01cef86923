/**
 * Makes the city grid. A city is known by the cells its places lie in; every other cell belongs to the city of the nearest
 * such cell, within reach. Runs where places are written: never for a request.
 */
import type { Point } from '../../contract'
import { writeCodes } from '../catalogue/columns'
import { cellAt, cellsPerDegree, frame, gridCarriers, type PackedCityGrid } from '../city-grid'
import { outliers } from '../region/outliers'

/** Cells of one city: the frame's number of each, ascending, with how many places lie in it. */
export type CityCells = { adcode: string; cells: readonly (readonly [cell: number, places: number])[] }

/** The part of the frame that the cities reach, in cells: what lies outside belongs to nobody. */
type Box = { west: number; south: number; columns: number; rows: number }

/** How far from its nearest place a city is still the city one is in, in kilometres. */
const reach = 50
/** A cell from south to north. */
const cellKilometres = 111.2 / cellsPerDegree
const reachNorth = Math.ceil(reach / cellKilometres)
/** In the north of the frame, where degrees of longitude are short. */
const reachEast = Math.ceil(reachNorth / Math.cos((54 * Math.PI) / 180))

/** A mistyped place does not say where its city is, nor does one outside the frame. */
export function cellsOf(adcode: string, places: readonly Point[]): CityCells {
  const left = outliers(places)
  const counts = new Map<number, number>()
  for (const [i, place] of places.entries()) {
    const { x, y } = cellAt(place)
    if (left.has(i) || x < 0 || y < 0 || x >= frame.columns || y >= frame.rows) continue
    const cell = y * frame.columns + x
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return { adcode, cells: [...counts].sort(([a], [b]) => a - b) }
}

/** The same cities, in any order, give the same document. */
export function packCityGrid(unordered: readonly CityCells[]): PackedCityGrid {
  const cities = unordered
    .filter(({ cells }) => cells.length > 0)
    .sort((a, b) => (a.adcode < b.adcode ? -1 : 1))
  const owners = ownersOf(cities)
  const box = boxAround([...owners.keys()])
  const nearest = nearestOwned(owners, box)
  const labels = Uint16Array.from(nearest, (cell) => owners.get(cell) ?? 0)
  return { format: 1, cities: cities.map(({ adcode }) => adcode), ...writeRows(labels, box) }
}

/** Of the frame's cells with places: the position of the city that has most of them, plus 1. */
function ownersOf(cities: readonly CityCells[]): Map<number, number> {
  const owners = new Map<number, number>()
  const most = new Map<number, number>()
  for (const [i, { cells }] of cities.entries()) {
    for (const [cell, places] of cells) {
      if (places <= (most.get(cell) ?? 0)) continue
      most.set(cell, places)
      owners.set(cell, i + 1)
    }
  }
  return owners
}

function boxAround(cells: readonly number[]): Box {
  if (cells.length === 0) return { west: 0, south: 0, columns: 0, rows: 0 }
  let [west, east, south, north] = [frame.columns, 0, frame.rows, 0]
  for (const cell of cells) {
    const [x, y] = [cell % frame.columns, Math.floor(cell / frame.columns)]
    west = Math.max(0, Math.min(west, x - reachEast))
    east = Math.min(frame.columns - 1, Math.max(east, x + reachEast))
    south = Math.max(0, Math.min(south, y - reachNorth))
    north = Math.min(frame.rows - 1, Math.max(north, y + reachNorth))
  }
  return { west, south, columns: east - west + 1, rows: north - south + 1 }
}

const none = -1

/**
 * For every cell of the box the nearest owned one of the frame within reach, or `none`: found in two sweeps, in which each
 * cell learns from the neighbours that the sweep has passed (Danielsson's distance transform, exact but for a cell here
 * and there).
 */
function nearestOwned(owners: ReadonlyMap<number, number>, box: Box): Int32Array {
  const { west, south, columns, rows } = box
  const nearest = new Int32Array(columns * rows).fill(none)
  for (const cell of owners.keys()) {
    const [x, y] = [(cell % frame.columns) - west, Math.floor(cell / frame.columns) - south]
    nearest[y * columns + x] = cell
  }
  const learn = learning(nearest, box)
  for (const step of [1, -1] as const) sweep(box, step, learn)
  return nearest
}

/** What the cell at `x`, `y` takes from its neighbour `dx`, `dy` away. */
type Learn = (x: number, y: number, dx: number, dy: number) => void

function learning(nearest: Int32Array, { west, south, columns, rows }: Box): Learn {
  const inFrame = (x: number, y: number) => (y + south) * frame.columns + x + west
  return (x, y, dx, dy) => {
    if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= rows) return
    const at = y * columns + x
    const candidate = nearest[at + dy * columns + dx] ?? none
    const known = nearest[at] ?? none
    if (candidate === none || candidate === known) return
    const away = distance(inFrame(x, y), candidate)
    if (away <= reach && (known === none || away < distance(inFrame(x, y), known))) nearest[at] = candidate
  }
}

/** `step`: 1 from the south-west on, -1 from the north-east back. */
function sweep({ columns, rows }: Box, step: 1 | -1, learn: Learn): void {
  const [firstRow, firstColumn] = step === 1 ? [0, 0] : [rows - 1, columns - 1]
  for (let y = firstRow; y >= 0 && y < rows; y += step) {
    for (let x = firstColumn; x >= 0 && x < columns; x += step) {
      for (const dx of [-1, 0, 1]) learn(x, y, dx, -step)
      learn(x, y, -step, 0)
    }
    for (let x = columns - 1 - firstColumn; x >= 0 && x < columns; x -= step) learn(x, y, step, 0)
  }
}

/** Kilometres between the centres of two cells of the frame; the Earth is flat over so short a way. */
function distance(a: number, b: number): number {
  const [ay, by] = [Math.floor(a / frame.columns), Math.floor(b / frame.columns)]
  const [dx, dy] = [(a % frame.columns) - (b % frame.columns), ay - by]
  const middle = ((ay + by + 1) / 2 + frame.south) / cellsPerDegree
  return cellKilometres * Math.hypot(dx * Math.cos((middle * Math.PI) / 180), dy)
}

type Rows = Pick<PackedCityGrid, 'south' | 'counts' | 'labels' | 'lengths'>
type Run = { label: number; length: number }

function writeRows(labels: Uint16Array, { west, south, columns, rows }: Box): Rows {
  const runs = Array.from({ length: rows }, (_, y) =>
    runsOf(labels.subarray(y * columns, (y + 1) * columns), west),
  )
  const all = runs.flat()
  return {
    south,
    counts: writeCodes(
      runs.map(({ length }) => length),
      gridCarriers.counts,
    ),
    labels: writeCodes(
      all.map(({ label }) => label),
      gridCarriers.labels,
    ),
    lengths: writeCodes(
      all.map(({ length }) => length),
      gridCarriers.lengths,
    ),
  }
}

/** From the frame's western edge, `west` cells before the row begins; without the nobody's land behind the last city. */
function runsOf(row: Uint16Array, west: number): Run[] {
  const runs: Run[] = [{ label: 0, length: west }]
  for (const label of row) {
    const last = runs.at(-1)
    if (last?.label === label) last.length++
    else runs.push({ label, length: 1 })
  }
  if (runs.at(-1)?.label === 0) runs.pop()
  return runs
}
