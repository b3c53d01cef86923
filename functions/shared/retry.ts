/** Optimistic writing: read, decide, write if nothing changed; otherwise once more with what is there now. */
import type { Table } from './table'

/** Asks for another round. */
export const retry = Symbol('retry')
export type Retry = typeof retry

export type Patience = {
  /** Rounds at most. */
  rounds: number
  /** From which round on the pauses do not grow any more. */
  steady: number
}

/** One account is written to by one person and their outlet: who meets a dozen others has a program running wild. */
const amongFew: Patience = { rounds: 12, steady: 6 }
/**
 * A whole crowd takes from the same few shards, each piece a matter of milliseconds: pauses of up to 0.4 s, for six seconds
 * on average, within the ten that a function has.
 */
export const underContention: Patience = { rounds: 30, steady: 4 }

/** Many people report on one place, and each round lets at least one of them through. */
export const amongMany: Patience = { rounds: 24, steady: 6 }

/** Null when every round met somebody else's write. Pauses between rounds, so that rivals part. */
export const retryOnConflict = async <T>(
  table: Pick<Table, 'backOff'>,
  work: () => Promise<T | Retry>,
  { rounds, steady }: Patience = amongFew,
): Promise<T | null> => {
  for (let round = 1; round <= rounds; round++) {
    const done = await work()
    if (done !== retry) return done
    await table.backOff(Math.min(round, steady))
  }
  return null
}
