/** Optimistic writing: read, decide, write if nothing changed; otherwise once more with what is there now. */
import type { Table } from '../../shared/table'

/** Asks for another round. */
export const again = Symbol('again')
export type Again = typeof again

/** One account is written to by one person and their outlet: who meets a dozen others has a program running wild. */
const maxRounds = 12

/** Null when every round met somebody else's write. Pauses between rounds, so that rivals part. */
export const inRounds = async <T>(
  table: Pick<Table, 'backOff'>,
  work: () => Promise<T | Again>,
): Promise<T | null> => {
  for (let round = 1; round <= maxRounds; round++) {
    const done = await work()
    if (done !== again) return done
    await table.backOff(round)
  }
  return null
}
