/**
 * An operation: an endpoint of the contract with what the server alone knows of it. The router checks requests against it
 * and the OpenAPI document is written from it, so that neither can promise what the other does not keep.
 */

import type { Power } from '../access/access'
import type { ScopeKind } from '../access/scope'
import type { CommonCode } from '../contract'
import * as z from '../zod'
import type { Access, ObjectSchema, Schema } from './endpoint'

export type { Access, ObjectSchema, Schema } from './endpoint'
export { noBody, noParams } from './endpoint'

/**
 * The part an operation has in what takes two people (approval.ts). `second-person`: what yields more to people than what
 * stands is not done by one of the staff alone; a router takes no such operation without its plan. `proposes`: it moves
 * nothing, and is refused where nobody else of the city could approve. `proposes-to-operator`: it waits there for the operator's command. `decides`: it is the second person's.
 */
export type SecondApproval = 'second-person' | 'proposes' | 'proposes-to-operator' | 'decides'

/**
 * Where the city stands that the staff have to hold their power in: a field of the request, which is the city's code or an
 * id that begins with it; of several, the first that is there. `handler`: the handler checks, as only what it reads tells the
 * city. Each such operation says why beside it.
 */
export type RegionSource = RegionField | readonly RegionField[] | 'handler'
export type RegionField = `${'params' | 'query' | 'body'}.${string}`

/**
 * Which power a request takes where its access alone does not tell: the field that names one of those of the access; or, of an access
 * of any staff, a power that it takes unless the field names whoever asks.
 */
export type PowerSource = RegionField | { needs: Power; unlessOwn: RegionField }

export type Within = { readonly [Kind in ScopeKind]?: RegionField }

export type Operation<
  Params extends ObjectSchema = ObjectSchema,
  Query extends ObjectSchema = ObjectSchema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
  Code extends string = string,
  Who extends Access = Access,
  Keyed extends true | undefined = true | undefined,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for a parameter. */
  path: string
  /** True: CloudFront may keep the answer for all callers alike, as long as its handler says. A public GET alone. */
  cached?: true
  access: Who
  summary: string
  description?: string
  /** True: the request carries an `Idempotency-Key`, a UUID of version 7 no older than a day; the router hands it on, read. */
  idempotent?: Keyed
  /** What staff with a power do is of a city, and refused to those of another before anything is looked for. */
  region?: RegionSource
  power?: PowerSource
  /**
   * Where in the city it is done, where less than the whole city has to be held: the fields of the request that say which district,
   * outlet or team. What does not say so is refused to whoever holds a part of the city alone.
   */
  within?: Within
  /** True: a desktop that a phone let in more than ten minutes ago has to be let in again; a phone itself is asked for nothing. */
  fresh?: true
  secondApproval?: SecondApproval
  /** True: its JSON comes under whatever media type its one caller sends. */
  anyMediaType?: true
  /** Bytes of the body at most, where `maxBodyBytes` are not enough. */
  maxBytes?: number
  params: Params
  query: Query
  /** Of parameters that their name and schema do not explain, in words. */
  about?: Partial<Record<string, string>>
  /** Of the JSON body; `noBody` where the operation takes none. */
  body: Body
  answer: {
    schema: Answer
    /** `application/json` if absent. */
    mediaType?: string
    description: string
    /** True: the answer has an ETag, and `If-None-Match` may get 304. */
    revalidates?: true
  }
  /** Codes it may answer beside those of every route. */
  codes: readonly Code[]
  /**
   * DynamoDB read units that one request costs at most. Every public operation has to say, for anybody can ask it as often as
   * they like: of a function with nothing in its memory, with 300 cities of some 300 places. Reads of staff and outlets say it
   * too, beside the mark of their session: for a page of ordinary items, however long the list. So does a look that needs a body.
   */
  maxReadUnits?: number
  /**
   * What a request costs at most besides, where it finds that something is due which serves all requests alike. However many
   * ask, it is read no more often than `once` says.
   */
  sharedReads?: { readUnits: number; once: string }
}

/** The operations of a domain by name. */
export type Operations = Record<string, Operation>

/** An operation as itself, for its types. */
export function operation<
  Params extends ObjectSchema,
  Query extends ObjectSchema,
  Body extends Schema,
  Answer extends Schema,
  const Code extends string,
  Who extends Access,
  Keyed extends true | undefined = undefined,
>(
  declared: Operation<Params, Query, Body, Answer, Code, Who, Keyed>,
): Operation<Params, Query, Body, Answer, Code, Who, Keyed> {
  return declared
}

/** Whether only staff may ask it. */
export const isForStaff = (access: Access): boolean => access.startsWith('staff')

/** Whether it takes a role: then a role or a session that has just ended is asked about with every request. */
export const isRanked = (access: Access): boolean => access === 'outlet' || isForStaff(access)

/** Everything the operation may answer when it fails. */
export function codesOf({ access, idempotent, secondApproval, fresh, body, codes }: Operation): string[] {
  // A query parameter nobody knows is refused even where none is known.
  const always: CommonCode[] = [
    'origin-refused',
    'invalid-request',
    'method-not-allowed',
    'unavailable',
    'internal',
  ]
  const bodied: CommonCode[] = ['payload-too-large', 'unsupported-media-type']
  const authenticated: CommonCode[] = access === 'public' || access === 'known' ? [] : ['unauthenticated']
  const personal: CommonCode[] = access === 'public' ? [] : ['another-person']
  const ranked: CommonCode[] = isRanked(access) ? ['forbidden'] : []
  const renewed: CommonCode[] = fresh ? ['fresh-approval-needed'] : []
  const keyed: CommonCode[] = idempotent
    ? ['idempotency-key-missing', 'idempotency-key-stale', 'idempotency-key-reused']
    : []
  return [
    ...new Set([
      ...always,
      ...authenticated,
      ...personal,
      ...ranked,
      ...renewed,
      ...approvalCodes(secondApproval),
      ...keyed,
      ...(body instanceof z.ZodMiniUndefined ? [] : bodied),
      ...codes,
    ]),
  ]
}

function approvalCodes(secondApproval: SecondApproval | undefined): CommonCode[] {
  if (secondApproval === 'second-person') return ['second-person-needed']
  return secondApproval === 'proposes' ? ['second-person-missing'] : []
}
