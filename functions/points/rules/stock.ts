/** How pieces are spread over the shards of a gift's stock. */
import { err, ok, type Result } from '../../shared/result'

export type Shard = {
  n: number
  /** Pieces that can be ordered. */
  left: number
  /** Pieces ordered, handed over or kept for somebody. */
  taken: number
  /** Of those, handed over. */
  handedOver: number
  /** Of those taken, kept for people who waited and have not ordered yet. */
  held: number
}

export const emptyShard = (n: number): Shard => ({ n, left: 0, taken: 0, handedOver: 0, held: 0 })

/** What the shards add up to. */
export function stockOf(shards: readonly Shard[]): Omit<Shard, 'n'> {
  const sum = (of: (shard: Shard) => number) => shards.reduce((total, shard) => total + of(shard), 0)
  return {
    left: sum(({ left }) => left),
    taken: sum(({ taken }) => taken),
    handedOver: sum((s) => s.handedOver),
    held: sum(({ held }) => held),
  }
}

/**
 * Which shards get how many of the pieces added, or lose how many of those taken away: afterwards they are as level as
 * they can be, so that concurrent callers spread evenly. Refused where so many are not left.
 */
export function spread(
  shards: readonly Shard[],
  change: number,
): Result<{ n: number; change: number }[], 'stock-taken'> {
  if (stockOf(shards).left + change < 0) return err('stock-taken')
  const lefts = shards.map(({ left }) => left)
  for (let i = 0; i < Math.abs(change); i++) {
    const level = change > 0 ? Math.min(...lefts) : Math.max(...lefts)
    lefts[lefts.indexOf(level)] = level + Math.sign(change)
  }
  const changes = shards.map(({ n, left }, i) => ({ n, change: (lefts[i] ?? left) - left }))
  return ok(changes.filter(({ change }) => change !== 0))
}
