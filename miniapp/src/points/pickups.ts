/**
 * What the phone needs to show an order's code without a network: stored for the day it is valid and for the person
 * who opened it. `pickups-day.ts` clears it when either has passed.
 */
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { orderSchema, pickupCodeSchema } from '@contract/points'
import { phoneStore, storedValue, type TextStore } from '@/shared/storage/storage'
import { isGood, storedPickups } from './pickups-day'

const pickupSchema = z.object({
  person: personIdSchema,
  order: orderSchema,
  code: pickupCodeSchema,
  /** How far the server's clock was ahead of this phone's, ms: a code is of the server's time. */
  ahead: z.number(),
})
export type Pickup = z.infer<typeof pickupSchema>

/** When it was fetched, ms by the phone's clock. */
export const readAtOf = ({ code, ahead }: Pickup): number => Date.parse(code.now) - ahead

/** Nobody fetches more in a day. */
const maxEntries = 20

export type PickupCache = {
  /** Those of this person that are good at `now`, ms by the phone's clock. */
  of(person: string, now: number): Pickup[]
  put(pickup: Pickup, now: number): void
  remove(order: string): void
}

export function createPickups(store: TextStore): PickupCache {
  const stored = storedValue(store, ...storedPickups, z.array(pickupSchema))
  const all = () => stored.read() ?? []
  const write = (list: Pickup[]) => (list.length > 0 ? stored.write(list) : stored.clear())
  return {
    of: (person, now) => all().filter((one) => one.person === person && isGood(one, now)),
    put(pickup, now) {
      const others = all().filter((one) => one.order.id !== pickup.order.id && isGood(one, now))
      write([pickup, ...others].slice(0, maxEntries))
    },
    remove: (order) => write(all().filter((one) => one.order.id !== order)),
  }
}

export const pickups = createPickups(phoneStore)
