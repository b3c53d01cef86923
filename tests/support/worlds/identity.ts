/** An identity API on a real engine at a set time, with WeChat over real HTTP and keys that a test can change. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import {
  createIdentity,
  createIdentityFunction,
  createPrivacyFunction,
  createWeChatFunction,
} from '../../../functions/identity'
import {
  type ExportPart,
  type Role,
  type SessionResponse,
  sessionResponseSchema,
} from '../../../functions/identity/contract'
import { sessionKeys } from '../../../functions/identity/secrets'
import type { IdentityService } from '../../../functions/identity/service'
import type { Eraser } from '../../../functions/personal-data'
import {
  type PrivateKey,
  type PublicKey,
  privateKeySchema,
  publicKeySchema,
} from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import type { TestDatabase } from '../engine/engine'
import { seeded } from '../samples/random'
import { type Answer, type Caller, callerOf } from './api'
import { contextOn } from './context'
import { testKey } from './sessions'
import { appid, appSecret, invoking, type WeChatServer } from './wechat'

export type IdentityWorld = Caller & {
  store: IdentityService
  /** Ms since 1970; set it to let time pass. */
  time: { now: number }
  logged: string[]
  keys: { private: PrivateKey[]; public: PublicKey[] }
  holdings: { closed: string[]; held: Record<string, unknown>[] }
  /** Logs in as whoever has that openid; the first time makes the person. */
  login: (openid: string) => Promise<SessionResponse>
  /** A request of a person who is logged in. */
  as: (session: { access: string }, method: string, target: string, body?: unknown) => Promise<Answer>
  refresh: (token: string) => Promise<Answer>
  /** What the schedule of the privacy job starts. */
  finishLeaving: () => Promise<unknown>
  /** Grants a role as the command line does. */
  appoint: (session: SessionResponse, role: Role) => Promise<void>
  /** Another function of the same API: nothing in its memory. */
  another: () => Caller
}

export type IdentityOptions = {
  at?: string
  client?: DynamoDBDocumentClient
  /** What other domains hold of a person; else `holdings` stands for it. */
  exported?: (person: string) => Promise<ExportPart>
  erasers?: ReadonlyMap<string, Eraser>
  wechatTimeoutMs?: number
}

export const newSigningKey = (at: number): PrivateKey => {
  const { jwk, privateKey } = testKey(at)
  const { d } = z.parse(z.object({ d: z.string() }), privateKey.export({ format: 'jwk' }))
  return z.parse(privateKeySchema, { ...jwk, d })
}

export const createIdentityWorld = (
  database: TestDatabase,
  wechat: WeChatServer,
  options: IdentityOptions = {},
): IdentityWorld => {
  // Far ahead: DynamoDB Local, alone of the engines, removes what has expired by the machine's own clock.
  const time = { now: Date.parse(options.at ?? '2036-11-18T10:00:00+08:00') }
  const clock = () => time.now
  const logged: string[] = []
  const bytes = seeded(1)
  const random = (n: number) => Uint8Array.from({ length: n }, () => bytes.between(0, 255))
  const first = newSigningKey(time.now)
  const keys = { private: [first], public: [z.parse(publicKeySchema, first)] }
  const given = contextOn(database, { clock, client: options.client, logged, secrets: {} })
  const read = async (name: string) =>
    JSON.stringify({ keys: name === sessionKeys.name ? keys.private : keys.public })
  const context = { ...given, random, secrets: { read } }
  const kept: IdentityWorld['holdings'] = { closed: [], held: [] }
  const exported = async () => ({ points: kept.held, reports: [], acts: { list: [], more: false } })
  const close: Eraser = async (person) => void kept.closed.push(person)
  const privacy = createPrivacyFunction(context, options.erasers ?? new Map([['points', close]]))
  const askWeChat = createWeChatFunction({
    ...context,
    api: wechat.origin,
    appid,
    secret: async () => appSecret,
    // A busy machine must not be taken for a WeChat that is away, but where that is the test.
    timeoutMs: options.wechatTimeoutMs ?? 60_000,
  })
  const functionOf = (name: string) => invoking(name === 'identity-privacy' ? privacy : askWeChat)
  const another = () =>
    callerOf(createIdentityFunction({ ...context, functionOf }, options.exported ?? exported))
  const store = createIdentity(context)
  const api = another()
  return {
    ...api,
    store,
    time,
    logged,
    keys,
    holdings: kept,
    another,
    async login(openid) {
      const answer = await api.post('/api/sessions', { code: wechat.codeFor(openid) })
      if (answer.status !== 200) throw new Error(`the login was answered ${answer.status}`)
      return z.parse(sessionResponseSchema, answer.json())
    },
    as: ({ access }, method, target, body) =>
      api.call(method, target, {
        headers: {
          authorization: `Bearer ${access}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        body,
      }),
    refresh: (token) => api.post('/api/sessions/refresh', { refresh: token }),
    finishLeaving: () => privacy({ schedule: 'unfinished' }),
    async appoint({ me }, role) {
      const granted = await store.grantRole({ to: me.id, role, by: null })
      if (!granted.ok) throw new Error(`the role was refused: ${granted.error}`)
    },
  }
}
