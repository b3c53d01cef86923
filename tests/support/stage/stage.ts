/** The whole product on one real engine at a set time (create-stage.ts makes it). */
import { type DomainName, domains } from '../../../functions/domains'
import type { Role, SessionResponse } from '../../../functions/identity/contract'
import type { IdentityService } from '../../../functions/identity/service'
import type { Objects } from '../../../functions/shared/aws/objects'
import type { Item } from '../../../functions/shared/aws/table'
import type { PrivateKey, PublicKey } from '../../../functions/shared/session/signing'
import type { Answer, Caller, Sent } from '../worlds/api'

/** Every domain that has a table. */
export const tables = domains.filter(({ table }) => table).map(({ name }) => name)

/** Where another centre works; it has no place and no gift here. */
export const anotherCity = '371600'

export type Somebody = { session: SessionResponse; openid: string }

export type Stage = {
  apiOf: (domain: DomainName) => Caller
  identity: IdentityService
  time: { now: number }
  logged: string[]
  keys: { private: PrivateKey; public: PublicKey }
  secret: string
  /** Keys of what was written to any table, as `PK / SK`, in order. */
  writes: string[]
  /** Of all buckets together. */
  objects: Objects
  /** Everything in all tables. */
  scan: () => Promise<Record<string, Item[]>>
  /** A new idempotency key of this moment. */
  key: () => string
  /** By default from a network address of its own. */
  call: (domain: DomainName, method: string, target: string, sent?: Sent) => Promise<Answer>
  /** What the schedule of the privacy job starts. */
  finishLeaving: () => Promise<unknown>
  login: (openid: string) => Promise<SessionResponse>
  /** What `wx.login` gives to that person's phone. */
  newLoginCode: (openid: string) => string
  /** Logs in with those roles, granted as the command line does. */
  enter: (openid: string, roles?: readonly Role[]) => Promise<Somebody>
}
