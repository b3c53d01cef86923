/** Optimistic writing: read, decide, write if nothing changed; otherwise once more with what is there now. */
import { createAttempts } from '../aws/deadline'
import type { Table } from '../aws/table'
import { TransactionsConflicted } from '../aws/unavailable'

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
 * Many callers at once take from the same few shards, each piece a matter of milliseconds: pauses of up to 0.4 s, for six seconds
 * on average, within the ten that a function has.
 */
export const underContention: Patience = { rounds: 30, steady: 4 }

/** Many people report on one place, and each round lets at least one of them through. */
export const amongMany: Patience = { rounds: 24, steady: 6 }

/**
 * Does the work again, with pauses, so that competing writers spread out. Null when every round met somebody else's write, when its
 * transaction found others in the way at each of its own tries, or when the function has no time for another round: the
 * caller answers with a code of its own.
 */
export const retryOnConflict = async <T>(
  table: Pick<Table, 'backOff'>,
  work: () => Promise<T | Retry>,
  { rounds, steady }: Patience = amongFew,
): Promise<T | null> => {
  const attempts = createAttempts()
  for (let round = 1; round <= rounds; round++) {
    attempts.begin()
    const done = await unlessConflicted(work)
    if (done !== retry) return done
    if (round === rounds) return null
    const pauseMs = attempts.pauseLeft()
    if (pauseMs === null) return null
    await table.backOff(Math.min(round, steady), pauseMs)
  }
  return null
}

const unlessConflicted = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TransactionsConflicted) return null
    throw error
  }
}
