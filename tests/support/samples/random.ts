/** A seeded source of randomness for tests and benchmarks: the same seed gives the same city on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number
  /** Whole number, both ends included. */
  between: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** Picks by weight: `[[3, 'a'], [1, 'b']]`. */
  weighted: <T>(list: readonly (readonly [number, T])[]) => T
  /** `n` different ones, in the order of the list. */
  sample: <T>(list: readonly T[], n: number) => T[]
  /** Normally distributed, mean 0, deviation 1. */
  normal: () => number
}

/** Mulberry32 (public domain): 32 bits of state, good enough for data that only has to look like a city. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length - 1)]
    if (one === undefined) throw new Error('nothing to pick from an empty list')
    return one
  }
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, one] of list) {
        left -= weight
        if (left < 0) return one
      }
      return pick(list)[1]
    },
    sample: (list, n) => {
      const order = list.map((_, i) => [next(), i] as const).sort(([a], [b]) => a - b)
      const chosen = new Set(order.slice(0, n).map(([, i]) => i))
      return list.filter((_, i) => chosen.has(i))
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
