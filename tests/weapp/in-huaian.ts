import type { Stored } from './harness/wx/storage'

/** What is kept on the phone of somebody who chose 淮安, beside what else is given: key → JSON text. */
export const inHuaian = (others: readonly (readonly [string, string])[] = []): Stored =>
  new Map([['fuyi.city', JSON.stringify(JSON.stringify({ v: 1, value: '320800' }))], ...others])
