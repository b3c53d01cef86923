/**
 * Clears the codes of orders from the phone once their day or their person has gone. It knows of them no more than
 * that, for it runs whenever the program starts, and the whole contract of points must not travel with it.
 */
import { dayOf } from '@common/day'
import * as z from '@common/zod'
import { session } from '@/shared/session/session'
import { phoneStore, storedValue, type TextStore } from '@/shared/storage/storage'

/** Whose it is, and the day it is good for by the server's clock, which was `ahead` ms of the phone's. */
export interface DayOfPickup {
  person: string
  code: { day: string }
  ahead: number
}

/** Name and version in the storage. */
export const storedPickups = ['pickups', 1] as const

const daysSchema = z.array(
  z.looseObject({ person: z.string(), code: z.looseObject({ day: z.string() }), ahead: z.number() }),
)

/** @param now ms by the phone's clock */
export function isGood({ code, ahead }: DayOfPickup, now: number): boolean {
  return dayOf(now + ahead) === code.day
}

/** Leaves what belongs to this person and this day. Null: nobody is logged in. */
export function prunePickups(store: TextStore, person: string | null, now: number): void {
  const stored = storedValue(store, ...storedPickups, daysSchema)
  const all = stored.read() ?? []
  const good = all.filter((one) => one.person === person && isGood(one, now))
  if (good.length === 0) stored.clear()
  else if (good.length < all.length) stored.write(good)
}

/** When the program starts, and when somebody leaves this phone. */
export function clearOldPickups(): void {
  const clear = () => prunePickups(phoneStore, session.get().me?.id ?? null, Date.now())
  clear()
  session.subscribe(clear)
}
