/** Reads what a request carries, strictly: what cannot be understood is refused with the name of the field. */
import { maxBodyBytes } from '../contract'
import type { ObjectSchema, Schema } from '../declaration/operation'
import { err, ok, type Result } from '../result'
import * as z from '../zod'
import { fieldErrors } from './fields'
import type { ApiRequest } from './messages'
import type { Failure } from './problems'

type Read<T> = Result<T, Failure<never>>

/** Parameters of the path, already split by the router. */
export function readParams<T extends ObjectSchema>(
  schema: T,
  params: Record<string, string>,
): Read<z.infer<T>> {
  return parse(schema, params, 'path')
}

/**
 * The query string without its `?`. Repeated parameters become lists where the schema has a list. Unknown ones are
 * refused: a mistyped `raduis` must not silently mean “no limit”.
 */
export function readQuery<T extends ObjectSchema>(schema: T, raw: string): Read<z.infer<T>> {
  const given = pairsOf(raw, schema)
  if (!given.ok) return given
  const values: Record<string, string | string[]> = {}
  for (const [name, all] of given.value) {
    const [first = ''] = all
    if (isList(schema.shape[name])) values[name] = all
    else if (all.length > 1) return invalid(name, 'is given more than once')
    else values[name] = first
  }
  return parse(schema, values, 'query')
}

/** A JSON body of at most `maxBytes`. Where the schema is `noBody`, whatever was sent is not looked at. */
export function readBody<T extends Schema>(
  {
    body: schema,
    maxBytes = maxBodyBytes,
    anyMediaType,
  }: { body: T; maxBytes?: number; anyMediaType?: true },
  { headers, body: bytes }: Pick<ApiRequest, 'headers' | 'body'>,
): Read<z.infer<T>> {
  if (schema instanceof z.ZodMiniUndefined) return parse(schema, undefined, 'body')
  const type = headers.get('content-type') ?? ''
  if (!anyMediaType && !/^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type.trim()))
    return err({
      code: 'unsupported-media-type',
      errors: [{ field: 'content-type', message: 'must be application/json in UTF-8' }],
    })
  const announced = Number(headers.get('content-length') ?? 0)
  if (announced > maxBytes || (bytes?.byteLength ?? 0) > maxBytes)
    return err({
      code: 'payload-too-large',
      errors: [{ field: 'body', message: `must be at most ${maxBytes} bytes` }],
    })
  const json = jsonOf(bytes ?? new Uint8Array())
  return json.ok ? parse(schema, json.value, 'body') : invalid('body', json.error)
}

function pairsOf(raw: string, { shape }: ObjectSchema): Read<Map<string, string[]>> {
  const given = new Map<string, string[]>()
  for (const pair of raw.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    if (name === null) return invalid('query', 'is not valid percent encoding')
    if (!Object.hasOwn(shape, name)) return invalid(name, 'is not known here')
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1))
    if (value === null) return invalid(name, 'is not valid percent encoding')
    given.set(name, [...(given.get(name) ?? []), value])
  }
  return ok(given)
}

function parse<T extends Schema>(schema: T, value: unknown, whole: string): Read<z.infer<T>> {
  const parsed = z.safeParse(schema, value, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  const { issues } = parsed.error
  const code = issues.every(isOfPersonalNumber) ? 'personal-number' : 'invalid-request'
  return err({ code, errors: fieldErrors(issues, whole) })
}

const isOfPersonalNumber = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.personalNumber === true

function invalid(field: string, message: string): Result<never, Failure<never>> {
  return err({ code: 'invalid-request', errors: [{ field: nameable(field), message }] })
}

/** What a caller made up as a parameter's name is shown back shortened and without control characters. */
function nameable(field: string): string {
  return field.replace(/\p{C}/gu, '').slice(0, 40) || 'query'
}

/** Null for what is no percent encoding of UTF-8, or hides a control character. */
function decode(text: string): string | null {
  if (/^[\w.,:~-]*$/.test(text)) return text
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return /\p{Cc}/u.test(decoded) ? null : decoded
  } catch {
    return null
  }
}

function isList(schema: z.core.$ZodType | undefined): boolean {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional)
    return isList(schema._zod.def.innerType)
  return schema instanceof z.ZodMiniArray
}

function jsonOf(bytes: Uint8Array): Result<unknown, string> {
  let isWellFormed = true
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      (_, part: unknown) => {
        // Half a surrogate pair can be written in JSON, and no database takes it.
        if (typeof part === 'string' && /\p{Cs}/u.test(part)) isWellFormed = false
        return part
      },
    )
    return isWellFormed ? ok(value) : err('contains half a character')
  } catch {
    return err('is not valid JSON in UTF-8')
  }
}
