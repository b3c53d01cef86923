/**
 * WeChat's calls that need an access token (developers.weixin.qq.com: getStableAccessToken, msgSecCheck, getwxacodeunlimit,
 * subscribe message), in the documented shapes. Nothing is judged here: words in the text say what the answer is to be.
 */
import { randomBytes } from 'node:crypto'
import * as z from '../../../functions/shared/zod'
import { createMediaChecks } from './wechat-media'

/** An errcode, or a picture. */
export type CallAnswer = { errcode: number } | { value: object } | { picture: Buffer }

type Answering = CallAnswer | Promise<CallAnswer>

export type CallsOptions = {
  appid: string
  secret: string
  clock: () => number
  /** Whether that openid logged in within two hours; null: nobody has it. */
  isActive: (openid: string) => boolean | null
}

const lifeMs = 7_200_000
const overlapMs = 300_000

const tokenSchema = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z._default(z.boolean(), false),
})
const checkSchema = z.object({
  version: z.literal(2),
  openid: z.string(),
  scene: z.int(),
  content: z.string().check(z.minLength(1), z.maxLength(2500)),
})
const codeSchema = z.object({ scene: z.string().check(z.minLength(1), z.maxLength(32)), page: z.string() })
const messageSchema = z.object({
  touser: z.string(),
  template_id: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
})

/** Words that decide what a text is said to be. */
const suggestions = [
  ['违规', 'risky'],
  ['疑似', 'review'],
] as const

/** One black pixel: what a scanner would make of it is not our business here. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

export const createCallsApi = ({ appid, secret, clock, isActive }: CallsOptions) => {
  const tokens = new Map<string, number>()
  const consents = new Map<string, number>()
  /** Errcodes that the next calls of a path get, in order. */
  const planned = new Map<string, number[]>()
  const asked: string[] = []
  /** What the next answer of a path waits for. */
  const held = new Map<string, Promise<void>>()

  const issue = (force: boolean): CallAnswer => {
    if (force) tokens.clear()
    const [existing] = [...tokens].filter(([, until]) => clock() < until - overlapMs)
    const token = existing?.[0] ?? `7_${randomBytes(60).toString('base64url')}`
    const until = existing?.[1] ?? clock() + lifeMs
    tokens.set(token, until)
    return { value: { access_token: token, expires_in: Math.floor((until - clock()) / 1000) } }
  }

  const giveToken = (body: unknown): CallAnswer => {
    const read = z.safeParse(tokenSchema, body)
    if (!read.success) return { errcode: 40002 }
    if (read.data.appid !== appid) return { errcode: 40013 }
    return read.data.secret === secret ? issue(read.data.force_refresh) : { errcode: 40125 }
  }

  const checkText = (body: unknown): CallAnswer => {
    const read = z.safeParse(checkSchema, body)
    if (!read.success) return { errcode: 47001 }
    const { openid, scene, content } = read.data
    if (scene < 1 || scene > 4) return { errcode: 40129 }
    const active = isActive(openid)
    if (!active) return { errcode: active === null ? 40003 : 61010 }
    const suggest = suggestions.find(([word]) => content.includes(word))?.[1] ?? 'pass'
    const result = { suggest, label: suggest === 'pass' ? 100 : 20006 }
    return { value: { errcode: 0, errmsg: 'ok', result, trace_id: randomBytes(8).toString('hex') } }
  }

  const drawCode = (body: unknown): CallAnswer => {
    const read = z.safeParse(codeSchema, body)
    if (!read.success) return { errcode: 40169 }
    return read.data.page.startsWith('no/') ? { errcode: 41030 } : { picture: png }
  }

  const sendMessage = (body: unknown): CallAnswer => {
    const read = z.safeParse(messageSchema, body)
    if (!read.success) return { errcode: 47003 }
    const key = `${read.data.touser} ${read.data.template_id}`
    const left = consents.get(key) ?? 0
    if (left === 0) return { errcode: 43101 }
    consents.set(key, left - 1)
    return { value: { errcode: 0, errmsg: 'ok' } }
  }

  const withToken = (token: string, answer: () => Answering): Answering =>
    clock() < (tokens.get(token) ?? 0) ? answer() : { errcode: 40001 }

  const media = createMediaChecks({ appid, clock, isActive })
  const calls: Record<string, (body: unknown) => Answering> = {
    '/wxa/media_check_async': media.answer,
    '/wxa/msg_sec_check': checkText,
    '/wxa/getwxacodeunlimit': drawCode,
    '/cgi-bin/message/subscribe/send': sendMessage,
  }

  return {
    /** Null for a path that is not played here. */
    answer(path: string, token: string, body: unknown): Answering | null {
      const call = calls[path]
      if (!call && path !== tokenPath) return null
      asked.push(path)
      const errcode = planned.get(path)?.shift()
      if (errcode !== undefined) return { errcode }
      return call ? withToken(token, () => call(body)) : giveToken(body)
    },
    /** Its check of pictures and recordings. */
    media,
    /** The next calls of a path fail with these errcodes. */
    failNext: (path: string, ...errcodes: number[]) => void planned.set(path, errcodes),
    /** The next answer of a path comes when that has ended, or never. */
    holdNext: (path: string, until: Promise<void>) => void held.set(path, until),
    /** Resolves when an answer of a path may go. */
    async release(path: string): Promise<void> {
      const until = held.get(path)
      held.delete(path)
      await until
    },
    /** As when somebody else refreshed by force: what is held is good no more. */
    dropTokens: () => tokens.clear(),
    /** The person pressed “allow” for one message of that template. */
    consent: (openid: string, template: string) => {
      const key = `${openid} ${template}`
      consents.set(key, (consents.get(key) ?? 0) + 1)
    },
    /** Paths asked for so far, in order. */
    asked: (): readonly string[] => asked,
  }
}

const tokenPath = '/cgi-bin/stable_token'
