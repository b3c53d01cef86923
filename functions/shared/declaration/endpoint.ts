/**
 * An endpoint: what a request to one method on one path looks like and what may come back. It is part of the contract:
 * the server builds its operation from it (`operation.ts`), the mini-program its call.
 */
import type { Power } from '../access/access'
import * as z from '../zod'

export type ObjectSchema = z.ZodMiniObject
export type Schema = z.ZodMiniType

/**
 * Who may call. `public`: anyone, with the same answer for all. `known`: anyone; the handler gets the session if there is one. `person`:
 * whoever is logged in. `outlet`: an owner or a salesperson. `staff`, `staff:POWER`, `staff:POWER/POWER/…`: staff of some city, with any
 * power, with that one or one of those. The router checks this and the city (`region`); the handler checks whose object it is.
 */
export type Access =
  | 'public'
  | 'known'
  | 'person'
  | 'outlet'
  | 'staff'
  | `staff:${Power}`
  | `staff:${Power}/${Power}`
  // Every combination by name would be thousands: tests/functions/meta/domains.test.ts looks at the rest.
  | `staff:${Power}/${Power}/${string}`

export type Endpoint<Code extends string = string, Who extends Access = Access> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for a parameter. */
  path: string
  access: Who
  /** True: the request carries an `Idempotency-Key`, a UUID of version 7 no older than a day. */
  idempotent?: true
  params: ObjectSchema
  query: ObjectSchema
  /** Of the JSON body; `noBody` where there is none. */
  body: Schema
  /** Of a successful response. */
  response: Schema
  /** Codes it may fail with beside the common ones. */
  codes: readonly Code[]
}

/** For an endpoint without parameters in its path or its query. */
export const noParams = z.object({})
export const noBody = z.undefined()

const nothing = { params: noParams, query: noParams, body: noBody, codes: [] } as const

/** What of an endpoint has to be said: without parameters, body or codes of its own, nothing of them. */
type Described = Omit<Endpoint, keyof typeof nothing> & Partial<Pick<Endpoint, keyof typeof nothing>>
type Completed<E extends Described> = E & Omit<typeof nothing, keyof E>

/** An endpoint as itself, for its types, with `noParams`, `noBody` and no codes where it says nothing else. */
export function endpoint<const E extends Described>(described: E): Completed<E>
export function endpoint(described: Described): Endpoint {
  return { ...nothing, ...described }
}

export type ResponseOf<E extends Endpoint> = z.output<E['response']>
export type BodyOf<E extends Endpoint> = z.input<E['body']>
