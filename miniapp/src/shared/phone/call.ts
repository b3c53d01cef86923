/** Calls a place: at once where it has one number, else `phone-sheet.tsx` asks which. */
import type { ShownPlace } from '@contract/places'
import { createStore } from '@/shared/storage/store'
import { call } from './actions'
import { phonesOf } from './numbers'

/** The place that somebody wants to call; null: nobody is asked. */
export const phoneQuestion = createStore<ShownPlace | null>(null)

export function callPlace(place: ShownPlace): void {
  const [first, ...others] = phonesOf(place)
  if (first === undefined) return
  if (others.length === 0) call(first)
  else phoneQuestion.set(place)
}
