/**
 * What the phone needs to show an order's code without a network: kept for the day it is good for and for the person
 * who opened it, and cleared when either has passed.
 */
import { dayOf } from '@common/day'
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { orderSchema, pickupCodeSchema } from '@contract/points'
import { session } from '@/shared/session'
import { kept, phoneStore, type TextStore } from '@/shared/storage'

const pickupSchema = z.object({
  person: personIdSchema,
  order: orderSchema,
  code: pickupCodeSchema,
  /** How far the server's clock was ahead of this phone's, ms: a code is of the server's time. */
  ahead: z.number(),
})
export type Pickup = z.infer<typeof pickupSchema>

const allSchema = z.array(pickupSchema)
/** Nobody fetches more in a day. */
const mostKept = 20

export type PickupKeep = {
  /** Those of this person that are good at `now`, ms by the phone's clock. */
  of(person: string, now: number): Pickup[]
  put(pickup: Pickup, now: number): void
  remove(order: string): void
  /** Leaves what belongs to this person and this day. Null: nobody is logged in. */
  prune(person: string | null, now: number): void
}

export function createPickups(store: TextStore): PickupKeep {
  const keep = kept(store, 'pickups', 1, allSchema)
  const all = () => keep.read() ?? []
  const write = (list: Pickup[]) => (list.length > 0 ? keep.write(list) : keep.clear())
  return {
    of: (person, now) => all().filter((one) => one.person === person && isGood(one, now)),
    put(pickup, now) {
      const others = all().filter((one) => one.order.id !== pickup.order.id && isGood(one, now))
      write([pickup, ...others].slice(0, mostKept))
    },
    remove: (order) => write(all().filter((one) => one.order.id !== order)),
    prune: (person, now) => write(all().filter((one) => one.person === person && isGood(one, now))),
  }
}

/** A code is good for its own day by the server's clock. */
function isGood({ code, ahead }: Pickup, now: number): boolean {
  return dayOf(now + ahead) === code.day
}

export const pickups = createPickups(phoneStore)

/** When the program starts, and when somebody leaves this phone. */
export function clearOldPickups(): void {
  const clear = () => pickups.prune(session.get().me?.id ?? null, Date.now())
  clear()
  session.subscribe(clear)
}
