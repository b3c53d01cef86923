/** What the schematic of a city needs beside its own towns: its neighbours, which bound it, and its waters. */
import type { Position } from '../../../miniapp/src/places/basemap/format'

export type Outline = {
  /** Towns of neighbouring cities; the border runs midway between them and the city's own. */
  neighbours: readonly Position[]
  waters: readonly Water[]
}

/** Drawn by hand through a few points and then smoothed. A closed shape repeats no point. */
export type Water = {
  name: string
  shape: 'lake' | 'river'
  width: 1 | 2 | 3
  points: readonly Position[]
  /** Where the name is written; null: nowhere. */
  label: Position | null
}

/** `lng lat, lng lat, …` */
export const points = (text: string): Position[] =>
  text.split(',').map((pair) => {
    const [lng, lat] = pair.trim().split(/\s+/)
    return [Number(lng), Number(lat)]
  })
