/** What is read from afar and seldom changes, kept in a function's memory between requests. */

/** Gives the value, read again if the last reading is older than so many ms. */
export type Remembered<T> = (maxAgeMs: number) => Promise<T>

/** Requests that meet wait for one reading. While it fails, what is in memory stays good, and is asked for no sooner. */
export function remember<T>(read: () => Promise<T>, clock: () => number): Remembered<T> {
  let held: { value: T } | null = null
  let asking: Promise<T> | null = null
  let askedAt = Number.NEGATIVE_INFINITY

  const begin = async () => {
    askedAt = clock()
    try {
      const value = await read()
      held = { value }
      return value
    } finally {
      asking = null
    }
  }
  return async (maxAgeMs) => {
    const kept = held
    if (kept && !asking && clock() - askedAt < maxAgeMs) return kept.value
    asking ??= begin()
    return kept ? asking.catch(() => kept.value) : asking
  }
}
