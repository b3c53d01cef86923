/** Ids of what staff make in a city, and digests of the requests that made them: the same request gets the same ones again. */
import { createHash } from 'node:crypto'
import { base32 } from './base32'
import { hmacSha256 } from './hmac'
import type { IdempotencyKey } from './idempotency'

export type Made = {
  /** Kind of thing, e.g. `gift`: keys of different kinds never give the same id. */
  what: string
  region: string
  by: string
  key: IdempotencyKey
}

/** Ids begin with the second in which their key was made, counted from here: thirty bits of them last until 2054. */
const firstSecond = Date.parse('2020-01-01T00:00:00Z') / 1000

/**
 * `{adcode}-` and ten characters: six of time, so that ids sort in the order of asking and a list is a range of them, and
 * four that only this person's key gives.
 */
export function cityThingId(secret: string, { what, region, by, key }: Made): string {
  const mac = hmacSha256(secret, `${what}|${by}|${key.text}`)
  return `${region}-${(timeText(key.madeAt) + base32(mac, 4)).toLowerCase()}`
}

/** Thirty bits: the last six of the eight characters that five bytes are. */
function timeText(madeAt: number): string {
  const bytes = new DataView(new ArrayBuffer(5))
  bytes.setUint32(1, Math.max(0, Math.floor(madeAt / 1000) - firstSecond))
  return base32(new Uint8Array(bytes.buffer), 8).slice(2)
}

/** Tells whether a repeated key comes with the request it came with first. Fields in the order the contract parsed them. */
export function digestOf(secret: string, request: unknown): string {
  return base32(hmacSha256(secret, `request|${JSON.stringify(request)}`), 20)
}

/** The id that this request's key gives, and a digest of what was asked for with it: the same key comes with the same request. */
export function namedBy(secret: string, made: Made, request: unknown): { id: string; asked: string } {
  return { id: cityThingId(secret, made), asked: digestOf(secret, request) }
}

/**
 * The id that this request's key gives where nobody has to be kept from guessing it and no list is a range of ids: whoever repeats the
 * request gets the same thing. `prefix`: the city's code, and of what kind it is where that matters.
 */
export const idFromKey = (prefix: string, key: IdempotencyKey): string =>
  `${prefix}-${key.text.replaceAll('-', '')}`

/** As `digestOf`, where what was asked is no secret to whoever reads the item. */
export const openDigestOf = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex')
