/** Editors of a city, with what they ask of the media API, and the bucket that their uploads go to. */
import { createMediaFunction, createPictures } from '../../../functions/media'
import { type Media, mediaSchema, uploadResponseSchema } from '../../../functions/media/contract'
import type { Power } from '../../../functions/shared/access'
import type { PictureType } from '../../../functions/shared/picture'
import { type Answer, callerOf } from '../../support/api'
import { testContext } from '../../support/context'
import type { TestDatabase } from '../../support/engine'
import { createObjects } from '../../support/objects'
import { parsed, uuid7 } from '../../support/points-world'
import { personNamed } from '../../support/sessions'
import { invoking } from '../../support/wechat'

export const city = '371600'
const path = '/api/staff/media'

export const createMediaWorld = (database: TestDatabase) => {
  const time = { now: Date.parse('2026-12-01T10:00:00+08:00') }
  const { context: given, sessions } = testContext(database, { clock: () => time.now })
  const objects = createObjects()
  const context = { ...given, objects }
  /** What a test lets happen before renditions are made. */
  const during = { rendering: async () => {} }
  const pictures = createPictures(context)
  const render = async (event: unknown) => {
    await during.rendering()
    return pictures(event)
  }
  const api = callerOf(createMediaFunction({ ...context, functionOf: () => invoking(render) }))
  const key = () => uuid7(time.now, Math.random)

  const editor = (name: string, region = city, powers: Power[] = ['publish']) => {
    const id = personNamed(name)
    const headers = () => sessions.as(id, [{ kind: 'staff', region, powers }])
    const post = (target: string, body?: unknown, more = {}): Promise<Answer> =>
      api.post(target, body, { headers: { ...headers(), ...more } })
    return {
      id,
      ask: (type: string, bytes: number, asked = key(), more = {}) =>
        post(path, { region: city, type, bytes, ...more }, { 'idempotency-key': asked }),
      finish: (media: string) => post(`${path}/${media}/finish`, {}),
      decide: (media: string, approve: boolean, reason = approve ? undefined : '看不清') =>
        post(`${path}/${media}/decision`, { approve, reason }),
      decideAs: (media: string, body: object) => post(`${path}/${media}/decision`, body),
      list: (ids: string[]) => post(`${path}/list`, { region, ids }),
      show: (media: string) => api.get(`${path}/${media}`, headers()),
    }
  }
  type Editor = ReturnType<typeof editor>

  /** As the browser sends it by the form. */
  const uploaded = async (by: Editor, type: PictureType, bytes: Uint8Array, more = {}): Promise<string> => {
    const { media, form } = parsed(uploadResponseSchema, await by.ask(type, bytes.length, key(), more))
    await objects.write(form.fields.key ?? '', { bytes, type, caching: '' })
    return media.id
  }
  const ready = async (by: Editor, type: PictureType, bytes: Uint8Array): Promise<Media> =>
    parsed(mediaSchema, await by.finish(await uploaded(by, type, bytes)))

  return { time, objects, during, key, editor, uploaded, ready }
}
