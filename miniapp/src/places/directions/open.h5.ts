/** In a browser the person is asked which map is to show the way (`directions-sheet.h5.tsx`). */
import { createStore } from '@/shared/storage/store'
import type { Destination } from './apps'

export type DirectionsQuestion = { place: Destination; metres: number | null }

/** The place to go to; null: no question is open. */
export const directionsQuestion = createStore<DirectionsQuestion | null>(null)

/** @param metres how far it is, as the crow flies; null: nobody knows */
export function openDirections(place: Destination, metres: number | null): void {
  directionsQuestion.set({ place, metres })
}
