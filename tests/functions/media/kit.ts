/** Editors of a city, with what they ask of the media API, and the bucket that their uploads go to. */
import { createMediaFunction, createMediaSweep, createPictures } from '../../../functions/media'
import { type Media, mediaSchema, uploadResponseSchema } from '../../../functions/media/contract'
import type { MediaType } from '../../../functions/media/contract/kinds'
import type { Power } from '../../../functions/shared/access/access'
import type { Invoke } from '../../../functions/shared/aws/invoke'
import type { Table } from '../../../functions/shared/aws/table'
import { ok } from '../../../functions/shared/result'
import * as z from '../../../functions/shared/zod'
import { createMediaChecks } from '../../../infra/local/stand-ins/wechat-media'
import type { TestDatabase } from '../../support/engine/engine'
import { type Answer, callerOf } from '../../support/worlds/api'
import { testContext } from '../../support/worlds/context'
import { createObjects } from '../../support/worlds/objects'
import { parsed, uuid7 } from '../../support/worlds/points-world'
import { pushPath, pushSecret } from '../../support/worlds/pushes'
import { personNamed } from '../../support/worlds/sessions'
import { appid, invoking } from '../../support/worlds/wechat'

export const city = '371600'
const path = '/api/staff/media'

const askSchema = z.object({
  ask: z.literal('check-media'),
  person: z.string(),
  url: z.string(),
  kind: z.string(),
})
const traceSchema = z.object({ value: z.object({ trace_id: z.string() }) })
/** As the function that asks WeChat does. */
const asking =
  ({ answer }: ReturnType<typeof createMediaChecks>): Invoke =>
  async (payload) => {
    const { person, url, kind } = z.parse(askSchema, payload)
    const media_type = kind === 'audio' ? 1 : 2
    const answered = await answer({ version: 2, openid: person, scene: 4, media_type, media_url: url })
    const traced = z.safeParse(traceSchema, answered)
    return traced.success
      ? ok({ ok: true, value: { trace: traced.data.value.trace_id } })
      : ok({ ok: false, error: 'not-asked' })
  }

export const createMediaWorld = (database: TestDatabase) => {
  const time = { now: Date.parse('2026-12-01T10:00:00+08:00') }
  const { context: given, sessions } = testContext(database, { clock: () => time.now })
  const objects = createObjects()
  const secrets: typeof given.secrets = {
    read: async (name) => (name === 'wechat-push' ? pushSecret : given.secrets.read(name)),
  }
  const context = { ...given, objects, secrets }
  /** What a test lets happen before renditions are made. */
  const during = { rendering: async () => {} }
  const pictures = createPictures(context)
  const render = async (event: unknown) => {
    await during.rendering()
    return pictures(event)
  }
  /** How WeChat does; what it is asked comes from `identity-wechat`, which has tests of its own. */
  const checking = { isActive: true }
  const checks = createMediaChecks({
    appid,
    clock: () => time.now,
    isActive: () => checking.isActive,
    fetched: async (url) => objects.all.get(new URL(url).pathname.slice(1))?.type ?? null,
  })
  const functions: Record<string, Invoke> = {
    'identity-wechat': asking(checks),
    'media-pictures': invoking(render),
  }
  const functionOf = (name: string) => functions[name] ?? invoking(render)
  const api = callerOf(createMediaFunction({ ...context, functionOf }))
  const send = async (target: string, body: object) => (await api.post(target, body)).status
  checks.pushTo({ url: pushPath, secret: pushSecret, send })
  const key = () => uuid7(time.now, Math.random)

  const editor = (name: string, region = city, powers: Power[] = ['publish']) => {
    const id = personNamed(name)
    const headers = () => sessions.as(id, [{ kind: 'staff', region, powers }])
    const post = (target: string, body?: unknown, more = {}): Promise<Answer> =>
      api.post(target, body, { headers: { ...headers(), ...more } })
    return {
      id,
      ask: (type: string, bytes: number, asked = key(), more = {}) =>
        post(path, { region, type, bytes, ...more }, { 'idempotency-key': asked }),
      askParts: (type: string, bytes: number, asked = key(), more = {}) =>
        post(`${path}/parts`, { region, type, bytes, ...more }, { 'idempotency-key': asked }),
      parts: (media: string) => api.get(`${path}/${media}/parts`, headers()),
      giveUp: (media: string) => api.call('DELETE', `${path}/${media}/parts`, { headers: headers() }),
      finish: (media: string) => post(`${path}/${media}/finish`, {}),
      decide: (media: string, approve: boolean, reason = approve ? undefined : '看不清') =>
        post(`${path}/${media}/decision`, { approve, reason }),
      decideAs: (media: string, body: object) => post(`${path}/${media}/decision`, body),
      list: (ids: string[]) => post(`${path}/list`, { region, ids }),
      decided: (power = 'publish', cursor = '') =>
        api.get(`${path}?region=${region}&power=${power}${cursor && `&cursor=${cursor}`}`, headers()),
      show: (media: string) => api.get(`${path}/${media}`, headers()),
    }
  }
  type Editor = ReturnType<typeof editor>

  /** As the browser sends it by the form. */
  const uploaded = async (by: Editor, type: MediaType, bytes: Uint8Array, more = {}): Promise<string> => {
    const { media, form } = parsed(uploadResponseSchema, await by.ask(type, bytes.length, key(), more))
    await objects.write(form.fields.key ?? '', { bytes, type, caching: '' })
    return media.id
  }
  const ready = async (by: Editor, type: MediaType, bytes: Uint8Array, more = {}): Promise<Media> => {
    const media = parsed(mediaSchema, await by.finish(await uploaded(by, type, bytes, more)))
    await checks.settled()
    return media
  }

  /** What runs every day; `between`: what happens to a table meanwhile. */
  const sweep = (between: (table: Table) => Table = (table) => table) =>
    createMediaSweep({ ...context, tableOf: (name) => between(context.tableOf(name)) })()

  return { context, sweep, api, checks, checking, time, objects, during, key, editor, uploaded, ready }
}
