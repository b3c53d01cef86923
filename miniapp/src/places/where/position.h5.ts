/** The person's own position, in a browser: WGS-84 turned into GCJ-02. The same promises as `position.ts`. */
import { err, ok, type Result } from '@common/result'
import type { Point } from '@contract/places'
import gcoord from 'gcoord'
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
export function locate(): Promise<Result<Point, PositionError>> {
  return new Promise((resolve) => {
    // A page that is not served over HTTPS has no such service.
    if (!('geolocation' in navigator)) return resolve(err('unavailable'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(ok(toGcj02(coords.longitude, coords.latitude))),
      (failure) => resolve(err(failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unavailable')),
      { maximumAge: 300_000, timeout: 10_000 },
    )
  })
}

function toGcj02(lng: number, lat: number): Point {
  const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
  return { lng: x, lat: y }
}
