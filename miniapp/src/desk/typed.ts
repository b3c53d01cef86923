/** What people type into fields, read: full-width figures and blanks are forgiven. Pure. */
import { type Day, dayOf } from '@common/day'

/** A whole number, or null for anything else. `１２０ ` is 120. */
export function wholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^\+/, '').replace('−', '-')
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null
}

/** A day that exists, as `YYYY-MM-DD`; also typed as `2026/3/5`. Null for anything else. */
export function typedDay(text: string): Day | null {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.normalize('NFKC').trim())
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === written ? written : null
}

/** The month (`2026-03`) that an instant (ms) falls in, in China. */
export const monthOf = (at: number): string => dayOf(at).slice(0, 7)

/** The month that the address names, `last` where it names none. */
export const monthNamed = (written: string | null, last: string): string =>
  written && /^\d{4}-(0[1-9]|1[0-2])$/.test(written) && written <= last ? written : last

/** The month `n` after the given one; before it, if negative. */
export function addMonths(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + (number - 1) + n
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `2026年3月`. */
export function monthName(month: string): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** Characters of Crockford's base 32 as people copy them: blanks and hyphens go, O reads as 0, I and L as 1. */
export function base32Typed(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** An order number as the order shows it, `260305-XXXXXXXXXX`; null while it is not one. */
export function orderTyped(text: string): string | null {
  const plain = base32Typed(text)
  return /^\d{6}[0-9A-HJKMNP-TV-Z]{10}$/.test(plain) ? `${plain.slice(0, 6)}-${plain.slice(6)}` : null
}

/** Somebody's 我的编号: eight characters; null while it is not one. */
export function personNoTyped(text: string): string | null {
  const plain = base32Typed(text)
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? plain : null
}

/** Somebody as staff type them: by their number, or by the whole id of older records. */
export type PersonTyped = { no: string } | { id: string }

/** Null while it is neither. */
export function personTyped(text: string): PersonTyped | null {
  const [no, id] = [personNoTyped(text), personIdTyped(text)]
  return no !== null ? { no } : id !== null ? { id } : null
}

/** Whose ledger, by the person or by the number of one of their orders: they differ in length. */
export type LedgerTyped = PersonTyped | { order: string }

export function ledgerTyped(text: string): LedgerTyped | null {
  const order = orderTyped(text)
  return order !== null ? { order } : personTyped(text)
}

/** A person's id, twenty small characters; null while it is not one. */
export function personIdTyped(text: string): string | null {
  const plain = base32Typed(text).toLowerCase()
  return /^[0-9a-hjkmnp-tv-z]{20}$/.test(plain) ? plain : null
}
