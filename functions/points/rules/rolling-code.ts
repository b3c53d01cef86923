/**
 * Codes that change every 30 seconds, made by the phone without a network and checked by the server: time-based one-time
 * passwords (RFC 6238) with SHA-256. A key is good for one order, or one counter, on one day in China; whoever holds it
 * can do nothing on another day, and the server keeps none, for it derives each from its secret.
 */
import { type Day, dayOf } from '../../shared/day'
import { hmacSha256 } from '../../shared/hmac'

export const stepMs = 30_000
/** Codes accepted beside the one of this moment: a slow hand, a slow network, a clock a little ahead. */
const oldestStep = -2
const newestStep = 1

/** What an order's changing digits of that day are made of. */
export function pickupKey(secret: string, order: string, day: Day): Uint8Array {
  return hmacSha256(secret, `pickup|${order}|${day}`)
}

/** What a counter's digits of that day are made of. */
export function counterKey(secret: string, place: string, day: Day): Uint8Array {
  return hmacSha256(secret, `counter|${place}|${day}`)
}

/** The eight digits of an order at `at` (ms since 1970): its slot at the outlet, and four that change. */
export function pickupDigits(key: Uint8Array, slot: string, at: number): string {
  return slot + digitsOf(key, stepOf(at), 4)
}

/** The eight digits of a counter at `at`. */
export function counterDigits(key: Uint8Array, at: number): string {
  return digitsOf(key, stepOf(at), 8)
}

/** Ms until the digits change. */
export function untilChange(at: number): number {
  return stepMs - (at % stepMs)
}

/** Moments whose digits are good at `at`, newest first; after midnight the last ones of yesterday are among them. */
export function acceptedMoments(at: number): { at: number; day: Day }[] {
  return Array.from({ length: newestStep - oldestStep + 1 }, (_, i) => {
    const moment = (stepOf(at) + newestStep - i) * stepMs
    return { at: moment, day: dayOf(moment) }
  })
}

/** A key as it travels: base64url without padding. */
export function keyText(key: Uint8Array): string {
  let [text, bits, value] = ['', 0, 0]
  for (const byte of key) {
    value = ((value << 8) | byte) & 0xffff
    for (bits += 8; bits >= 6; bits -= 6) text += base64url.charAt((value >> (bits - 6)) & 63)
  }
  return bits > 0 ? text + base64url.charAt((value << (6 - bits)) & 63) : text
}

/** The key that travelled as this text; characters that base64url does not have are passed over. */
export function keyOf(text: string): Uint8Array {
  const bytes: number[] = []
  let [bits, value] = [0, 0]
  for (const sextet of [...text].map((char) => base64url.indexOf(char)).filter((sextet) => sextet >= 0)) {
    value = ((value << 6) | sextet) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
  }
  return Uint8Array.from(bytes)
}

/** What the QR codes say. Which outlet hands over is known by who scans. */
export const pickupText = (digits: string): string => `fuyi:pickup:${digits}`
export const visitText = (place: string, digits: string): string => `fuyi:visit:${place}:${digits}`
export const loginText = (ticket: string): string => `fuyi:login:${ticket}`

export type Scan =
  | { type: 'pickup'; digits: string }
  | { type: 'visit'; place: string; digits: string }
  | { type: 'login'; ticket: string }

/** What was scanned, if it is one of ours. */
export function readScan(text: string): Scan | null {
  const [, type, first = '', second = ''] =
    /^fuyi:(pickup|visit|login):([\w-]{1,60})(?::(\d{8}))?$/.exec(text.trim()) ?? []
  if (type === 'pickup' && /^\d{8}$/.test(first) && second === '') return { type, digits: first }
  if (type === 'visit' && second !== '') return { type, place: first, digits: second }
  if (type === 'login' && second === '') return { type, ticket: first }
  return null
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const stepOf = (at: number) => Math.floor(at / stepMs)

/** RFC 4226, section 5.3: 31 bits from where the last four bits of the MAC point to, as so many decimal digits. */
function digitsOf(key: Uint8Array, step: number, count: number): string {
  const counter = new Uint8Array(8)
  // The upper four bytes stay 0 until the year 6053, and not every phone has 64-bit integers.
  new DataView(counter.buffer).setUint32(4, step)
  const mac = hmacSha256(key, counter)
  const offset = (mac[31] ?? 0) & 15
  const bits = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff
  return String(bits % 10 ** count).padStart(count, '0')
}
