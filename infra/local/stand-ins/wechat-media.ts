/**
 * WeChat's check of pictures and recordings (mediaCheckAsync, version 2) and its push of what was found, in the safe mode of 消息推送
 * (developers.weixin.qq.com). It fetches the file as WeChat does; what it finds there is what a plan says, and nothing if none does.
 */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as z from '../../../functions/shared/zod'

export type Suggestion = 'pass' | 'risky' | 'review'
/**
 * Of one file. `pushes`: how often it is said, 0 for an answer that comes late or never. `early`: before the question is answered.
 * `forged`: signed with another token.
 */
export type MediaPlan = { suggest?: Suggestion; pushes?: number; early?: true; forged?: true }
/** `secret`: 43 characters of EncodingAESKey, then the Token. `send` answers with the status; over HTTP if absent. */
export type PushTarget = {
  url: string
  secret: string
  send?: (url: string, body: object) => Promise<number>
}

const askSchema = z.object({
  version: z.literal(2),
  openid: z.string(),
  scene: z.int().check(z.minimum(1), z.maximum(4)),
  media_type: z.union([z.literal(1), z.literal(2)]),
  media_url: z.url(),
})

/** Media types that it reads: neither WebP nor films are among them. */
const readable = { 1: /^audio\//, 2: /^image\/(jpeg|png|bmp|gif)$/ }
const notFetched = -1008

type Options = {
  appid: string
  clock: () => number
  isActive: (openid: string) => boolean | null
  /** The media type of what is at an address, null for nothing; over HTTP if absent. */
  fetched?: (url: string) => Promise<string | null>
}

export const createMediaChecks = ({ appid, clock, isActive, fetched = fetchType }: Options) => {
  let target: PushTarget | null = null
  const plans: MediaPlan[] = []
  const asked: { trace: string; url: string; type: 1 | 2 }[] = []
  const under = new Set<Promise<unknown>>()

  const look = async (url: string, type: 1 | 2): Promise<number> => {
    const found = await fetched(url)
    return found !== null && readable[type].test(found) ? 0 : notFetched
  }

  /** The status of each answer. */
  const push = async (
    trace: string,
    { suggest = 'pass', pushes = 1, forged }: MediaPlan,
  ): Promise<number[]> => {
    const file = asked.find((one) => one.trace === trace)
    if (!target || !file) return []
    const errcode = await look(file.url, file.type)
    const label = suggest === 'pass' ? 100 : 20002
    const message = {
      ToUserName: 'gh_0123456789ab',
      FromUserName: 'o0000000000000000000000000000',
      CreateTime: Math.floor(clock() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid,
      trace_id: trace,
      version: 2,
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'download failed',
      ...(errcode === 0 && {
        result: { suggest, label },
        detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      }),
    }
    const statuses: number[] = []
    for (let n = 0; n < pushes; n++)
      statuses.push(await pushed(target, { message, appid, now: clock(), forged }))
    return statuses
  }

  return {
    async answer(body: unknown): Promise<{ errcode: number } | { value: object }> {
      const read = z.safeParse(askSchema, body)
      if (!read.success) return { errcode: 47001 }
      const active = isActive(read.data.openid)
      if (!active) return { errcode: active === null ? 40003 : 61010 }
      const trace = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`
      asked.push({ trace, url: read.data.media_url, type: read.data.media_type })
      const plan = plans.shift() ?? {}
      const pushing = push(trace, plan)
      under.add(pushing)
      pushing.finally(() => under.delete(pushing)).catch(() => {})
      if (plan.early) await pushing
      return { value: { errcode: 0, errmsg: 'ok', trace_id: trace } }
    },
    /** Where messages go; until then none is sent. */
    pushTo: (where: PushTarget) => {
      target = where
    },
    /** What is found in the next files, one after the other. */
    plan: (...next: MediaPlan[]) => void plans.push(...next),
    /** Files that were asked about, in order. */
    asked: (): readonly { trace: string; url: string; type: 1 | 2 }[] => asked,
    /** Says it now, of a file that was asked about. */
    push,
    /** Once everything that is on its way has been answered. */
    settled: async () => void (await Promise.allSettled([...under])),
  }
}

const fetchType = async (url: string): Promise<string | null> => {
  const answer = await fetch(url).catch(() => null)
  return answer?.ok ? answer.headers.get('content-type') : null
}

const post = async (url: string, body: object): Promise<number> => {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

const pushed = ({ url, secret, send = post }: PushTarget, sent: Omit<Sent, 'secret'>): Promise<number> => {
  const { query, body } = pushOf({ ...sent, secret })
  return send(`${url}?${query}`, body)
}

type Sent = { message: object; appid: string; now: number; secret: string; forged?: boolean | undefined }

/** A message as WeChat sends it. */
export const pushOf = ({ message, appid, now, secret, forged }: Sent): { query: string; body: object } => {
  const [aesKey, token] = [secret.slice(0, 43), forged ? 'another token' : secret.slice(43)]
  const [timestamp, nonce] = [String(Math.floor(now / 1000)), String(randomBytes(4).readUInt32BE())]
  const Encrypt = sealed(JSON.stringify(message), aesKey, appid)
  const query = new URLSearchParams({
    ...{ signature: sha1(token, timestamp, nonce), timestamp, nonce, encrypt_type: 'aes' },
    ...{ openid: 'o0000000000000000000000000000', msg_signature: sha1(token, timestamp, nonce, Encrypt) },
  })
  return { query: String(query), body: { ToUserName: 'gh_0123456789ab', Encrypt } }
}

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** 16 random bytes, the length, the message, the appid; filled up to 32 bytes; AES-256 in CBC mode under the key, which is its vector too. */
const sealed = (message: string, aesKey: string, appid: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appid)])
  const fill = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const bytes = [cipher.update(Buffer.concat([plain, Buffer.alloc(fill, fill)])), cipher.final()]
  return Buffer.concat(bytes).toString('base64')
}
