/** In a browser the person is asked which map is to show the way (`way-sheet.h5.tsx`). */
import type { PlaceSummary } from '@contract/places'
import { createStore } from '@/shared/store'

export type WayQuestion = { place: PlaceSummary; metres: number | null }

/** The place that somebody wants to go to; null: nobody is asked. */
export const wayQuestion = createStore<WayQuestion | null>(null)

/** @param metres how far it is, as the crow flies; null: nobody knows */
export function openWay(place: PlaceSummary, metres: number | null): void {
  wayQuestion.set({ place, metres })
}
