/** What was decided about pictures lately, by the power that they are for. */
import type { MediaPower } from '@contract/media'
import { fresh, regionOf } from '@/desk/named'
import { createRemote } from '@/shared/query/remote'
import { fetchDecided } from './api'

export const decidedOf: Readonly<Record<MediaPower, ReturnType<typeof remote>>> = {
  publish: remote('publish'),
  gifts: remote('gifts'),
}

function remote(power: MediaPower) {
  return createRemote((name) => fetchDecided(regionOf(name), power), fresh)
}
