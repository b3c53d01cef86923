import type { Table } from '../../shared/table'

/** Rounds of reading and writing again when others write at the same time; each round lets at least one of them through. */
const maxRounds = 24

/** Does the work again, with pauses, for as long as it gives null; null if it never gave anything else. */
export const retryOnConflict = async <T>(
  table: Pick<Table, 'backOff'>,
  work: () => Promise<T | null>,
): Promise<T | null> => {
  for (let round = 1; round <= maxRounds; round++) {
    const done = await work()
    if (done !== null) return done
    await table.backOff(round)
  }
  return null
}
