/** One place: from the kept catalogue at once, then as the server knows it. */

import { dayOf } from '@common/day'
import type { Calendar, OpenAnswer, PlaceResponse, ShownPlace } from '@contract/places'
import { placeIdSchema } from '@contract/shared'
import * as endpoints from '@functions/places/endpoints/place'
import { openAnswer } from '@rules/places/opening'
import { useCallback, useEffect, useState } from 'react'
import { type City, useCity } from '@/shared/city'
import { isShownToMinors } from '@/shared/city/minors'
import { call, type Failure } from '@/shared/request'
import { useAge } from '@/shared/settings'
import { useNow } from '@/shared/time/clock'

/** `calendar` is the country's, so any city's catalogue brings it; null as long as none is there. */
export type PlaceView = { place: ShownPlace; open: OpenAnswer; calendar: Calendar | null; now: number }

export type PlaceState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retry: () => void }
  /** An outlet that sells, asked for by a link or a scanned code. */
  | { status: 'not-for-minors' }
  | ({ status: 'ready' } & PlaceView)

export function usePlace(id: string): PlaceState {
  const city = useCity()
  const now = useNow()
  const [served, setServed] = useState<PlaceResponse | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const ask = useCallback(async () => {
    setFailure(null)
    // A link that was cut or mistyped: the server could only say that the request is wrong.
    if (!placeIdSchema.safeParse(id).success) return setFailure({ code: 'unknown-place' })
    const answer = await call(endpoints.place, { params: { id } })
    if (answer.ok) setServed(answer.value)
    else setFailure(answer.error)
  }, [id])
  useEffect(() => {
    void ask()
  }, [ask])

  const minor = useAge() === 'minor'
  const view = viewOf(id, city, served?.id === id ? served : null, now)
  if (view && minor && !isShownToMinors(view.place, dayOf(now))) return { status: 'not-for-minors' }
  if (view) return { status: 'ready', ...view }
  if (failure && city.status !== 'loading') return { status: 'failed', failure, retry: () => void ask() }
  return { status: 'loading' }
}

/** What the server said goes before what is kept; opening is looked at anew each minute where the calendar is there. */
export function viewOf(id: string, city: City, served: PlaceResponse | null, now: number): PlaceView | null {
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const place = served ?? catalogue?.byId.get(id)
  if (!place) return null
  const calendar = catalogue?.calendar ?? null
  const open = calendar ? openAnswer(place, calendar, now) : (served?.open ?? { state: 'unknown' as const })
  return { place, open, calendar, now }
}
