/** What the desk asks of media. */
import { cityOf } from '@common/city-of'
import type { BodyOf, ResponseOf } from '@common/declaration/endpoint'
import { ok, type Result } from '@common/result'
import { type Media, type MediaPower, mostShownMedia } from '@contract/media'
import * as endpoints from '@functions/media/endpoints/media'
import * as parts from '@functions/media/endpoints/parts'
import { call, type Failure } from '@/shared/api/request'

export const askUpload = (body: BodyOf<typeof endpoints.createUpload>, key: string) =>
  call(endpoints.createUpload, { body, key })

/** The same of what is too large for a form. */
export const askParts = (body: BodyOf<typeof parts.beginParts>, key: string) =>
  call(parts.beginParts, { body, key })

export const giveUpParts = (id: string) => call(parts.giveUpParts, { params: { id } })

/** All of a film is read and written meanwhile. */
const finishMs = 30_000

export const finishUpload = (id: string) =>
  call(endpoints.finishUpload, { params: { id }, body: {} }, { timeout: finishMs })

export const fetchPicture = (id: string) => call(endpoints.showMedia, { params: { id } })

export const decidePicture = (id: string, body: BodyOf<typeof endpoints.decideMedia>) =>
  call(endpoints.decideMedia, { params: { id }, body })

/** What was decided lately about files of one power. */
export const fetchDecided = async (region: string, power: MediaPower) => {
  const answer = await call(endpoints.decidedMedia, { query: { region, power } })
  // A server of before has no such list.
  return !answer.ok && answer.error.code === 'method-not-allowed' ? ok(none) : answer
}
const none: ResponseOf<typeof endpoints.decidedMedia> = { decided: [], cursor: null }

/** Of one city. Those that there are. */
export async function fetchPictures(ids: readonly string[]): Promise<Result<Media[], Failure>> {
  const all: Media[] = []
  for (let at = 0; at < ids.length; at += mostShownMedia) {
    const some = ids.slice(at, at + mostShownMedia)
    const region = cityOf(some[0] ?? '')
    const answer = await call(endpoints.listMedia, { body: { region, ids: some } })
    if (!answer.ok) return answer
    all.push(...answer.value.media)
  }
  return ok(all)
}
