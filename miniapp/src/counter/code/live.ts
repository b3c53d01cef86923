/**
 * The counter's code of the day, cached on this phone: fetched once, after which the phone computes the digits of each
 * 30 seconds by itself, online or offline. It is valid for the person who fetched it and for one day.
 */

import { keyOf, stepMs, untilChange } from '@common/codes/rolling-code'
import { dayOf } from '@common/day'
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { type CounterCode, counterCodeSchema } from '@contract/points'
import { counterDigits } from '@functions/points/rules/rolling-code'
import { storedValue, type TextStore } from '@/shared/storage/storage'

const cachedCodeSchema = z.object({
  person: personIdSchema,
  code: counterCodeSchema,
  /** How far the server's clock was ahead of this phone's, ms: the digits are of the server's time. */
  ahead: z.number(),
})
export type CachedCode = z.infer<typeof cachedCodeSchema>

export type CodeCache = {
  /** The one of this person, counter and day; null: it has to be fetched. `now`: ms by the phone's clock. */
  read(person: string, place: string, now: number): CachedCode | null
  /** Just fetched: its clock is right now. */
  write(person: string, code: CounterCode, now: number): CachedCode
}

export function createCodeCache(store: TextStore): CodeCache {
  const stored = storedValue(store, 'counter-code', 1, cachedCodeSchema)
  return {
    read(person, place, now) {
      const found = stored.read()
      const isGood =
        found?.person === person && found.code.place === place && dayOf(now + found.ahead) === found.code.day
      return isGood ? found : null
    },
    write(person, code, now) {
      const fresh = { person, code, ahead: Date.parse(code.now) - now }
      stored.write(fresh)
      return fresh
    },
  }
}

export type Shown = {
  digits: string
  /** Whole seconds until they change, 1..30, and which part of the half minute is left. */
  seconds: number
  left: number
}

/** What the screen shows at `now`, ms by the phone's clock; null once the code's day is over. */
export function shownAt({ code, ahead }: CachedCode, now: number): Shown | null {
  const at = now + ahead
  if (dayOf(at) !== code.day) return null
  const until = untilChange(at)
  return {
    digits: counterDigits(keyOf(code.key), at),
    seconds: Math.ceil(until / 1000),
    left: until / stepMs,
  }
}
