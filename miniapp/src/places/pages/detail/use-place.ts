/** One place: from the cached catalogue at once, then as the server knows it. */
import { dayOf } from '@common/day'
import { err, type Result } from '@common/result'
import type { Calendar, OpenAnswer, PlaceResponse, ShownPlace } from '@contract/places'
import { placeIdSchema } from '@contract/shared'
import * as endpoints from '@functions/places/endpoints/place'
import { openAnswer } from '@functions/places/rules/opening'
import { call, type Failure } from '@/shared/api/request'
import { type City, useCity } from '@/shared/city'
import { isShownToMinors } from '@/shared/city/minors'
import { useAnswer } from '@/shared/query/use-answer'
import { useAge } from '@/shared/storage/settings'
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
  const { value, failure, asking, retry } = useAnswer(id, readPlace)
  const served = value?.id === id ? value : null

  const minor = useAge() === 'minor'
  const view = viewOf(id, city, served, now)
  if (view && minor && !isShownToMinors(view.place, dayOf(now))) return { status: 'not-for-minors' }
  if (view) return { status: 'ready', ...view }
  if (failure && !asking && city.status !== 'loading') return { status: 'failed', failure, retry }
  return { status: 'loading' }
}

/** A link that was cut or mistyped: the server could only say that the request is wrong. */
async function readPlace(id: string): Promise<Result<PlaceResponse, Failure>> {
  if (!placeIdSchema.safeParse(id).success) return err({ code: 'unknown-place' })
  return call(endpoints.place, { params: { id } })
}

/** The server's answer takes precedence over the cache; opening is looked at anew each minute where the calendar is there. */
export function viewOf(id: string, city: City, served: PlaceResponse | null, now: number): PlaceView | null {
  const catalogue = city.status === 'ready' ? city.catalogue : null
  const place = served ?? catalogue?.byId.get(id)
  if (!place) return null
  const calendar = catalogue?.calendar ?? null
  const open = calendar ? openAnswer(place, calendar, now) : (served?.open ?? { state: 'unknown' as const })
  return { place, open, calendar, now }
}
