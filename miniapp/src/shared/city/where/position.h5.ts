/** The person's own position, in a browser: WGS-84 turned into GCJ-02. The same promises as `position.ts`. */
import { err, ok, type Result } from '@common/result'
import type { Point } from '@contract/places'
import type { PositionError } from './position'

/** True where asking again opens no dialog, because the person has agreed before. */
export async function mayLocate(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    return state === 'granted'
  } catch {
    return false
  }
}

/** GCJ-02; an answer up to five minutes old is good enough for a walk. */
export async function locate(): Promise<Result<Point, PositionError>> {
  // A page that is not served over HTTPS has no such service.
  if (!('geolocation' in navigator)) return err('unavailable')
  // Comes while the browser looks for the position: most first screens are shown without one.
  const converting = import('gcoord').catch(() => null)
  const found = await readPosition()
  if (!found.ok) return found
  const datum = await converting
  if (!datum) return err('unavailable')
  const { default: gcoord } = datum
  const [lng, lat] = gcoord.transform([found.value.lng, found.value.lat], gcoord.WGS84, gcoord.GCJ02)
  return ok({ lng, lat })
}

/** WGS-84, as the browser tells it. */
function readPosition(): Promise<Result<Point, PositionError>> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(ok({ lng: coords.longitude, lat: coords.latitude })),
      (failure) => resolve(err(failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unavailable')),
      { maximumAge: 300_000, timeout: 10_000 },
    )
  })
}
