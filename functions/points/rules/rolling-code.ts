/** What the changing codes of orders and counters are made of, and what the QR codes say (shared/rolling-code.ts). */

import { dailyKey, digitsAt } from '../../shared/codes/rolling-code'
import type { Day } from '../../shared/day'

/** What an order's changing digits of that day are made of. */
export function pickupKey(secret: string, order: string, day: Day): Uint8Array {
  return dailyKey(secret, 'pickup', order, day)
}

/** What a counter's digits of that day are made of. */
export function counterKey(secret: string, place: string, day: Day): Uint8Array {
  return dailyKey(secret, 'counter', place, day)
}

/** The eight digits of an order at `at` (ms since 1970): its slot at the outlet, and four that change. */
export function pickupDigits(key: Uint8Array, slot: string, at: number): string {
  return slot + digitsAt(key, at, 4)
}

/** The eight digits of a counter at `at`. */
export function counterDigits(key: Uint8Array, at: number): string {
  return digitsAt(key, at, 8)
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
