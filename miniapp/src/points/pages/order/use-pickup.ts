/** The changing code of an order: from the phone at once, from the server as soon as there is a network. */

import { keyOf, untilChange } from '@common/codes/rolling-code'
import { dayOf } from '@common/day'
import type { Order } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/orders'
import { pickupDigits } from '@functions/points/rules/rolling-code'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Failure } from '@/shared/api/request'
import { serverClock } from '@/shared/time/server-clock'
import { type Pickup, pickups } from '../../pickups'

export type PickupNow = {
  /** The eight digits of this moment; null while there is no code of today. */
  digits: string | null
  /** Why the server gave no code. */
  failure: Failure | null
  retry(): void
}

/** What was opened today on this phone by this person. */
export function cachedPickup(person: string | null, id: string): Pickup | null {
  return person === null
    ? null
    : (pickups.of(person, Date.now()).find(({ order }) => order.id === id) ?? null)
}

/** @param order the order while it can be picked up, else null */
export function usePickup(person: string | null, order: Order | null): PickupNow {
  const id = order?.id ?? null
  const [pickup, setPickup] = useState<Pickup | null>(() => (id === null ? null : cachedPickup(person, id)))
  const [failure, setFailure] = useState<Failure | null>(null)
  const digits = useDigits(pickup)

  // What a poll brings anew is kept with the next code, and asks for none.
  const latest = useRef(order)
  latest.current = order
  const ask = useCallback(async () => {
    if (person === null || id === null) return
    const answer = await call(endpoints.pickupCode, { params: { id } })
    setFailure(answer.ok ? null : answer.error)
    if (!answer.ok || latest.current === null) return
    serverClock.set(answer.value.now)
    const now = Date.now()
    const code = answer.value
    const fresh = { person, order: latest.current, code, ahead: Date.parse(code.now) - now }
    pickups.put(fresh, now)
    setPickup(fresh)
  }, [person, id])
  // At midnight the day's code has run out, and the next one is asked for.
  const isOver = pickup !== null && digits === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new day asks again
  useEffect(() => {
    void ask()
  }, [ask, isOver])
  return { digits, failure, retry: () => void ask() }
}

/** A new value every 30 seconds of the server's clock; null where the day of the code has passed. */
function useDigits(pickup: Pickup | null): string | null {
  const [now, setNow] = useState(Date.now)
  // A phone that slept has missed its timers.
  useDidShow(() => setNow(Date.now()))
  useEffect(() => {
    if (!pickup) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNow(Date.now())
      timer = setTimeout(tick, untilChange(Date.now() + pickup.ahead))
    }
    tick()
    return () => clearTimeout(timer)
  }, [pickup])
  return pickup && digitsAt(pickup, now)
}

/** @param now ms by the phone's clock */
export function digitsAt({ code, ahead }: Pickup, now: number): string | null {
  const at = now + ahead
  return dayOf(at) === code.day ? pickupDigits(keyOf(code.key), code.slot, at) : null
}
