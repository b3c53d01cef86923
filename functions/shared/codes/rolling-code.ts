/**
 * Codes that change every 30 seconds, made by the phone without a network and checked by the server: time-based one-time
 * passwords (RFC 6238) with SHA-256. A key is good for one subject on one day in China; whoever holds it can do nothing on
 * another day, and the server stores none, because it derives each from its secret.
 */
import { type Day, dayOf } from '../day'
import { hmacSha256 } from './hmac'

export const stepMs = 30_000
/** Codes accepted beside the one of this moment: a slow hand, a slow network, a clock a little ahead. */
const oldestStep = -2
const newestStep = 1

/** The key of a subject on that day. `purpose` separates what different codes are for; neither contains `|`. */
export function dailyKey(secret: string, purpose: string, subject: string, day: Day): Uint8Array {
  return hmacSha256(secret, `${purpose}|${subject}|${day}`)
}

/** The `count` digits of a key at `at` (ms since 1970). */
export function digitsAt(key: Uint8Array, at: number, count: number): string {
  return digitsOf(key, stepOf(at), count)
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
