/** What a figure of the bench is, and what all of them share. */

import type { PlaceSummary, Point } from '../../functions/places/contract'
import { calendarFor } from '../../functions/places/service/catalogue/calendar'
import { dayOf, mondayOf } from '../../functions/shared/day'
import type { Row } from './harness'
import type { Stage, StagedCity } from './stage'

/** A Tuesday morning, when some doors are open and some are not. */
export const now = Date.parse('2026-11-24T10:30:00+08:00')
export const calendar = calendarFor(mondayOf(dayOf(now)))

export type Bench = {
  step(text: string): void
  /** The engine and what runs on it, started when the first figure asks. */
  stage(): Promise<Stage>
  /** A generated city of so many places in a table of its own. */
  cityOf(size: number): Promise<StagedCity>
  /** 25,460 places for the comparison: real ones where `--places FILE.csv` names them, else generated. */
  large(): Promise<{ city: StagedCity; label: string }>
}

export type Figure = { name: string; measure(bench: Bench): Promise<Row[]> }

/** Where people stand: some hundred metres from some place, spread over all of them. */
export function pointsNear(places: readonly PlaceSummary[], count: number): Point[] {
  const stride = Math.max(1, Math.floor(places.length / count))
  return Array.from({ length: count }, (_, i) => {
    const { lng, lat } = places[(i * stride) % places.length] ?? { lng: 0, lat: 0 }
    return { lng: lng + 0.003, lat: lat + 0.002 }
  })
}
