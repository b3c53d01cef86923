/**
 * The last view of the map, stored on the phone: middle, zoom and chips. A middle near the person's position is
 * left out, for it would be the position under another name.
 */
import * as z from '@common/zod'
import { type Point, pointSchema } from '@contract/places'
import { adcodeSchema } from '@contract/shared'
import { distanceMetres } from '@functions/places/rules/nearby'
import { storedValue, type TextStore } from '@/shared/storage/storage'
import { choiceSchema } from '../choice'

const memorySchema = z.object({
  adcode: adcodeSchema,
  /** Null: wherever distances are measured from. */
  centre: z.nullable(pointSchema),
  zoom: z.number(),
  choice: choiceSchema,
})
export type MapMemory = z.infer<typeof memorySchema>

/** Metres around the person within which nothing is stored. */
const discretion = 3_000

export function createMapMemory(store: TextStore) {
  const stored = storedValue(store, 'map', 1, memorySchema)
  return {
    read: stored.read,
    write(memory: MapMemory, position: Point | null): void {
      const isNearPerson = memory.centre && position && distanceMetres(memory.centre, position) < discretion
      // Three decimals are about 100 m: enough to find the street again.
      stored.write({ ...memory, centre: memory.centre && !isNearPerson ? rounded(memory.centre) : null })
    },
  }
}

function rounded({ lng, lat }: Point): Point {
  return { lng: Number(lng.toFixed(3)), lat: Number(lat.toFixed(3)) }
}
