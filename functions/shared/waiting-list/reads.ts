/** Who waits, in the order of asking, and what is offered to whom. */
import { parseItem, type Table } from '../aws/table'
import * as z from '../zod'
import {
  earliest,
  keysOf,
  latest,
  type Place,
  type StoredPlace,
  type WaitingLayout,
  waitingSort,
} from './layout'

/** How many there are, as far as anybody counts: a list of thousands costs no more to look at than one of a hundred. */
export type Count = { count: number; more: boolean }
const mostCounted = 100

const keySchema = z.object({ PK: z.string(), SK: z.string() })

export const waitingReads = <P extends Place, S extends P & StoredPlace, U>(
  table: Table,
  layout: WaitingLayout<P, S, U>,
) => {
  const keys = keysOf(layout)
  const storedOf = (item: Record<string, unknown>): S => parseItem(layout.stored, item)
  const isSame = (a: P, b: P) => layout.listOf(a) === layout.listOf(b) && waitingSort(a) === waitingSort(b)

  const counted = async (list: string, until: string): Promise<Count> => {
    // Only shown, so it may be a second old, at half the price.
    const range = { from: waitingSort(first), until, limit: mostCounted + 1, consistent: false }
    const found = (await table.page(layout.partitionOf(list), range)).length
    return { count: Math.min(found, mostCounted), more: found > mostCounted }
  }

  /** Those that there are. A place goes from the waiting to the offered and never back: read in this order none is missed. */
  const readPlaces = async (places: readonly P[]): Promise<S[]> => {
    const read = async (some: readonly P[], keyOf: typeof keys.waiting) =>
      (await table.getMany(some.map(keyOf), { consistent: true })).map(storedOf)
    const waiting = await read(places, keys.waiting)
    const others = places.filter((place) => !waiting.some((one) => isSame(one, place)))
    return [...waiting, ...(await read(others, keys.offered))]
  }

  return {
    readPlaces,

    async readWaiting(place: P): Promise<S | null> {
      const item =
        (await table.get(keys.waiting(place), { consistent: true })) ??
        (await table.get(keys.offered(place), { consistent: true }))
      return item && storedOf(item)
    },

    /** Those who wait and have no offer, the first to ask first. */
    async firstWaiting(list: string, limit: number): Promise<S[]> {
      const range = { from: waitingSort(first), until: waitingSort(last), limit, consistent: true }
      return (await table.page(layout.partitionOf(list), range)).map(storedOf)
    },

    /** How many wait without an offer. */
    countWaiting: (list: string): Promise<Count> => counted(list, waitingSort(last)),

    /** How many of them asked before; of the same millisecond, in the order of the list. */
    countAhead: (place: P): Promise<Count> => counted(layout.listOf(place), sortBefore(waitingSort(place))),

    /** Offers that run out on that day, with the key of each and when. */
    async readOffers(day: string): Promise<(P & { key: z.infer<typeof keySchema>; until: number })[]> {
      const items = await table.query(layout.offersOn(day), '', { consistent: true })
      return items.map((item) => {
        const key = parseItem(keySchema, item)
        return { ...parseItem(layout.pointer, item), key, until: keys.untilOf(key) }
      })
    },
  }
}

const first: Place = { asked: earliest, person: '' }
const last: Place = { asked: latest, person: '~' }

/** What sorts behind everything before `sort` and before itself: ids are of digits and small letters. */
const sortBefore = (sort: string): string =>
  `${sort.slice(0, -1)}${String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1)}~`
