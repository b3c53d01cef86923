/** An identity API on a real engine at a set time, with WeChat over real HTTP and keys that a test can change. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createIdentityApi } from '../../functions/identity/api'
import { type Role, type SessionResponse, sessionResponseSchema } from '../../functions/identity/contract'
import { createIdentityService, type IdentityService } from '../../functions/identity/service'
import { createPrivacyJob } from '../../functions/identity/service/privacy'
import { wechatService } from '../../functions/identity/wechat/assemble'
import { createWeChat } from '../../functions/identity/wechat/client'
import type { Eraser, ExportPart } from '../../functions/personal-data'
import { createLogger } from '../../functions/shared/logger'
import {
  type PrivateKey,
  type PublicKey,
  privateKeySchema,
  publicKeySchema,
} from '../../functions/shared/signing'
import { openTable } from '../../functions/shared/table'
import * as z from '../../functions/shared/zod'
import { type Answer, type Caller, callerOf } from './api'
import type { TestDatabase } from './engine'
import { seeded } from './random'
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
  const log = createLogger({ clock, write: (line) => logged.push(line) })
  const bytes = seeded(1)
  const table = openTable({
    name: database.tableNameOf('identity'),
    client: options.client ?? database.client(),
    sleep: async () => {},
  })
  const random = (n: number) => Uint8Array.from({ length: n }, () => bytes.between(0, 255))
  const store = createIdentityService(table, { clock, random })
  const first = newSigningKey(time.now)
  const keys = { private: [first], public: [z.parse(publicKeySchema, first)] }
  const kept: IdentityWorld['holdings'] = { closed: [], held: [] }
  const exported = async () => ({ points: kept.held, reports: [], acts: { list: [], more: false } })
  const close: Eraser = async (person) => void kept.closed.push(person)
  const erasers = options.erasers ?? new Map([['points', close]])
  const privacyJob = createPrivacyJob({ store, erasers, clock, log })
  const another = () =>
    callerOf(
      createIdentityApi({
        store,
        exported: options.exported ?? exported,
        privacy: invoking(privacyJob),
        wechat: createWeChat(
          invoking(
            wechatService({
              table,
              api: wechat.origin,
              appid,
              secret: async () => appSecret,
              clock,
              random,
              log,
              // A busy machine must not be taken for a WeChat that is away, but where that is the test.
              timeoutMs: options.wechatTimeoutMs ?? 60_000,
            }),
          ),
          log,
        ),
        privateKeys: async () => keys.private,
        publicKeys: async () => keys.public,
        clock,
        log,
      }),
    )
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
    finishLeaving: () => privacyJob({ schedule: 'unfinished' }),
    async appoint({ me }, role) {
      const granted = await store.grantRole({ to: me.id, role, by: null })
      if (!granted.ok) throw new Error(`the role was refused: ${granted.error}`)
    },
  }
}
