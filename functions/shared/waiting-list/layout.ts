/** How a domain stores its waiting lists: partitions, shapes, and what they are lists for. Sort keys are the same for all. */

import type { Key } from '../aws/table'
import type { Day } from '../day'
import { dayOf } from '../day'
import type * as z from '../zod'
import type { WaitingState } from './states'

/** Somebody's place. `asked`: ms since 1970. */
export type Place = { person: string; asked: number }
/** A place as it is stored; `until`: until when an offer holds (ms since 1970), null while waiting. */
export type StoredPlace = Place & { state: WaitingState; until: number | null }

/** `P`: a place, with what it is a place for; `S`: the same as stored, with what an offer holds; `U`: what is offered. */
export type WaitingLayout<P extends Place, S extends P & StoredPlace, U> = {
  /** The partition of one list. */
  partitionOf: (list: string) => string
  /** The partition of the offers that run out on a day. */
  offersOn: (day: Day) => string
  /** Which list a place is in. */
  listOf: (place: P) => string
  /** Of a stored place; of the pointer by which an offer is found when its time is up. */
  stored: z.ZodMiniType<S>
  pointer: z.ZodMiniType<P>
  waiting: (place: P) => S
  offered: (place: P, unit: U, until: number) => S
}

export const earliest = 0
export const latest = 9_999_999_999_999
const padded = (ms: number): string => String(ms).padStart(13, '0')

/** In the order of asking; of the same millisecond, in the order of the persons. */
export const waitingSort = ({ asked: askedAt, person }: Place): string => `${padded(askedAt)}#${person}`

export const keysOf = <P extends Place, S extends P & StoredPlace, U>({
  partitionOf,
  offersOn,
  listOf,
}: WaitingLayout<P, S, U>) => ({
  waiting: (place: P): Key => ({ PK: partitionOf(listOf(place)), SK: waitingSort(place) }),
  /** Behind those who wait, so that the first of them is the first of the partition. */
  offered: (place: P): Key => ({ PK: partitionOf(listOf(place)), SK: `offered#${waitingSort(place)}` }),
  /** By the day on which the offer runs out. */
  offer: (place: P, until: number): Key => ({
    PK: offersOn(dayOf(until)),
    SK: `${padded(until)}#${listOf(place)}#${waitingSort(place)}`,
  }),
  untilOf: ({ SK }: Key): number => Number(SK.slice(0, 13)),
})
