/**
 * An operation: one method on one path, told once. The router checks requests against it and the OpenAPI document
 * is written from it, so that neither can promise what the other does not keep.
 */
import type { CommonCode } from './contract'
import * as z from './zod'

export type ObjectSchema = z.ZodMiniObject
export type Schema = z.ZodMiniType

export type Operation<
  Params extends ObjectSchema = ObjectSchema,
  Query extends ObjectSchema = ObjectSchema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
  Code extends string = string,
> = {
  method: 'GET' | 'POST'
  /** With `:name` for a parameter. */
  path: string
  summary: string
  description?: string
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
>(told: Operation<Params, Query, Body, Answer, Code>): Operation<Params, Query, Body, Answer, Code> {
  return told
}

/** For an operation without parameters in its path or its query. */
export const noParams = z.object({})
export const noBody = z.undefined()

/** Everything the operation may answer when it fails. */
export function codesOf({ body, codes }: Operation): string[] {
  // A query parameter nobody knows is refused even where none is known.
  const always: CommonCode[] = ['invalid-request', 'method-not-allowed', 'unavailable', 'internal']
  const bodied: CommonCode[] = ['payload-too-large', 'unsupported-media-type']
  return [...new Set([...always, ...(body instanceof z.ZodMiniUndefined ? [] : bodied), ...codes])]
}
