/** Ids of what staff make: they say whose city it is, and the same request gets the same one again. */
import { base32 } from '../../shared/base32'
import { hmacSha256 } from '../../shared/hmac'
import { codeLength, withCheck } from './code'
import type { IdempotencyKey } from './order-id'

export type Made = {
  what: 'gift' | 'proposal' | 'adjustment'
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

/** The code number `index` of a batch, from 0. Nothing has to be kept to print it again. */
export function codeOf(secret: string, batch: string, index: number): string {
  return withCheck(base32(hmacSha256(secret, `code|${batch}|${index}`), codeLength - 1))
}

/** What is kept of a code. Without the secret, who reads the whole table can try as many codes as they like: none will fit. */
export function codeHash(secret: string, code: string): string {
  return base32(hmacSha256(secret, `code-hash|${code}`), 26)
}
