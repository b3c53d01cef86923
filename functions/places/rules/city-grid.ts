/**
 * Which city a position lies in: a map of China in cells of a thirtieth of a degree, each with the city whose places are
 * nearest. It is one small document for all the cities, so that the choice needs nobody's catalogue, and no request
 * carries a position. docs/decisions/016-the-right-city.md; made by city-grid/cells.ts.
 */
import { adcodeSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import type { Point } from '../contract'
import { MalformedCatalogue, readCodes } from './catalogue/columns'
import { distanceMetres } from './nearby'

export const cellsPerDegree = 30
/** All of China, in cells. Cells are numbered row by row from the south-west. */
export const frame = {
  west: 73 * cellsPerDegree,
  south: 3 * cellsPerDegree,
  columns: 63 * cellsPerDegree,
  rows: 51 * cellsPerDegree,
}

/** Rows from the south, each in runs of one city from the west; the rest of a row has no city. */
export const cityGridSchema = z.object({
  format: z.literal(1),
  cities: z.array(adcodeSchema),
  /** The frame's row that the first one is. */
  south: z.int().check(z.minimum(0)),
  /** How many runs each row has. */
  counts: z.string(),
  /** Of each run: 0 for no city, or the city's position in `cities` plus 1. */
  labels: z.string(),
  /** Of each run: how many cells. */
  lengths: z.string(),
})
export type PackedCityGrid = z.infer<typeof cityGridSchema>

/** For `writeCodes`, found by trying on 300 cities. */
export const gridCarriers = { counts: 8, labels: 32, lengths: 24 } as const

export type NearCity = { adcode: string; metres: number }
export type CityGrid = {
  /** The city whose places are nearest; null where none has any within reach. */
  cityAt(point: Point): string | null
  /** Cities within `metres`, nearest first, with how far they begin: no place of theirs is nearer. */
  citiesWithin(point: Point, metres: number): NearCity[]
}

type Run = { label: number; until: number }

/** Throws MalformedCatalogue where its columns do not fit together. */
export function openCityGrid(packed: PackedCityGrid): CityGrid {
  const rows = readRows(packed)
  const labelAt = (x: number, y: number): number =>
    rows[y - packed.south]?.find(({ until }) => x < until)?.label ?? 0
  const cityOf = (label: number): string | null => packed.cities[label - 1] ?? null
  return {
    cityAt(point) {
      const { x, y } = cellAt(point)
      return cityOf(labelAt(x, y))
    },
    citiesWithin(point, metres) {
      const found = new Map<string, number>()
      for (const { x, y, away } of cellsAround(point, metres)) {
        const adcode = cityOf(labelAt(x, y))
        if (adcode !== null && away < (found.get(adcode) ?? Number.POSITIVE_INFINITY)) found.set(adcode, away)
      }
      return [...found]
        .map(([adcode, away]) => ({ adcode, metres: away }))
        .sort((a, b) => a.metres - b.metres)
    },
  }
}

function readRows({ cities, counts, labels, lengths }: PackedCityGrid): Run[][] {
  const countOf = readCodes(counts, gridCarriers.counts, null, 'counts')
  const runs = countOf.reduce((sum, count) => sum + count, 0)
  const labelOf = readCodes(labels, gridCarriers.labels, runs, 'labels')
  const lengthOf = readCodes(lengths, gridCarriers.lengths, runs, 'lengths')
  if (labelOf.some((label) => label > cities.length))
    throw new MalformedCatalogue('labels: there is no such city')
  let next = 0
  return countOf.map((count) => {
    let until = 0
    return Array.from({ length: count }, () => {
      until += lengthOf[next] ?? 0
      return { label: labelOf[next++] ?? 0, until }
    })
  })
}

/** Of the frame; a point outside it has a cell outside it. */
export function cellAt({ lng, lat }: Point): { x: number; y: number } {
  return {
    x: Math.floor(lng * cellsPerDegree) - frame.west,
    y: Math.floor(lat * cellsPerDegree) - frame.south,
  }
}

/** `away`: metres from the point to the nearest spot of the cell; at most `metres`. */
function cellsAround(point: Point, metres: number): { x: number; y: number; away: number }[] {
  const { x, y } = cellAt(point)
  const north = Math.ceil((metres / metresPerDegree) * cellsPerDegree)
  const east = Math.ceil(north / Math.cos((Math.min(80, Math.abs(point.lat) + 1) * Math.PI) / 180))
  const cells: { x: number; y: number; away: number }[] = []
  for (let row = y - north; row <= y + north; row++) {
    for (let column = x - east; column <= x + east; column++) {
      const away = distanceMetres(point, nearestSpot(point, column, row))
      if (away <= metres) cells.push({ x: column, y: row, away })
    }
  }
  return cells
}

const metresPerDegree = 111_000

function nearestSpot({ lng, lat }: Point, x: number, y: number): Point {
  const within = (value: number, cell: number) =>
    Math.min(Math.max(value, cell / cellsPerDegree), (cell + 1) / cellsPerDegree)
  return { lng: within(lng, x + frame.west), lat: within(lat, y + frame.south) }
}
