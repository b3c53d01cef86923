/** A seeded generator (mulberry32): the same seed gives the same numbers on every machine and Node version. */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** Whole, both ends included. */
  int: (from: number, to: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** `count` different ones, in the order of the list. */
  some: <T>(from: readonly T[], count: number) => T[]
  /** Like `pick`, by weight. */
  weighted: <T>(from: readonly (readonly [T, number])[]) => T
  /** About normal: mean 0, standard deviation 1, never beyond 3. */
  normal: () => number
}

export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    const index = int(0, from.length - 1)
    const picked = from[index]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  const some = <T>(from: readonly T[], count: number): T[] => {
    const order = from.map((_, i) => ({ i, key: next() })).sort((a, b) => a.key - b.key)
    const chosen = new Set(order.slice(0, count).map(({ i }) => i))
    return from.filter((_, i) => chosen.has(i))
  }
  const weighted = <T>(from: readonly (readonly [T, number])[]): T => {
    let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of from) {
      left -= weight
      if (left < 0) return value
    }
    return pick(from)[0]
  }
  const normal = () => {
    const sum = next() + next() + next() + next()
    return Math.max(-3, Math.min(3, (sum - 2) * Math.sqrt(3)))
  }
  return { next, int, chance: (probability) => next() < probability, pick, some, weighted, normal }
}
