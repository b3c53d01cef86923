/** Which key signs, and how long the ones before it still check. */

type Dated = { kid: string; createdAt: string }

/**
 * A key signs from ten minutes after it was made. By then every function has read the public keys again, which it does every five
 * minutes, so every function can verify it.
 */
export const publishedMs = 10 * 60_000
/** Longer than the longest token lives after another key has taken over: 30 days and those ten minutes. */
export const retentionMs = 31 * 86_400_000

const oldestFirst = <T extends Dated>(keys: readonly T[]): T[] =>
  [...keys].sort((a, b) => a.createdAt.localeCompare(b.createdAt))

/** The newest that everybody knows; before there is one, the oldest. Null: there are none. */
export function signingKey<T extends Dated>(keys: readonly T[], now: number): T | null {
  const sorted = oldestFirst(keys)
  const known = sorted.filter(({ createdAt }) => Date.parse(createdAt) + publishedMs <= now)
  return known.at(-1) ?? sorted[0] ?? null
}

/** Private keys with a new one; a key goes when the one after it has been signing for long. */
export const withNewKey = <T extends Dated>(keys: readonly T[], made: T, now: number): T[] =>
  notReplacedFor(2 * publishedMs, [...keys, made], now)

/** Public keys that must still check, with these added. */
export function stillChecking<T extends Dated>(keys: readonly T[], added: readonly T[], now: number): T[] {
  const known = new Set(keys.map(({ kid }) => kid))
  return notReplacedFor(retentionMs, [...keys, ...added.filter(({ kid }) => !known.has(kid))], now)
}

/** Oldest first, without those after which another has been there for so many ms. */
function notReplacedFor<T extends Dated>(ms: number, keys: readonly T[], now: number): T[] {
  const all = oldestFirst(keys)
  return all.filter((_, at) => {
    const next = all[at + 1]
    return next === undefined || Date.parse(next.createdAt) + ms > now
  })
}
