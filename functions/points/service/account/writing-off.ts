/** How far the sweep has come, and what it finds at the turn of the year. */

import { type Item, parseItem, type Table } from '../../../shared/aws/table'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import * as z from '../../../shared/zod'
import { settled } from '../../rules/account'
import { accountReader, accountWrites, type Owner } from '../../store/account/accounts'
import { directoryBuckets, directoryPartition, sweepKey } from '../../store/keys'

const progressSchema = z.object({ through: z.string() })
const ownerSchema = z.object({ person: z.string(), region: z.string() })

export const sweepingService = (table: Table) => {
  const { readAccount } = accountReader(table)

  const tryWritingOff = async (owner: Owner, at: number) => {
    const account = await readAccount(owner, { consistent: true })
    const change = settled(account, at)
    if (change.entries.length === 0) return 0
    const written = await table.transact(accountWrites(table, owner, account, change))
    return written.ok ? change.entries.length : retry
  }

  return {
    /** Up to where everything of that name is done; null: nowhere yet. */
    async readProgress(what: string): Promise<string | null> {
      const item = await table.get(sweepKey(what), { consistent: true })
      return item && parseItem(progressSchema, item).through
    },

    async saveProgress(what: string, through: string): Promise<void> {
      await table.putOne({ ...sweepKey(what), through })
    },

    /** The directory of accounts is in these parts. */
    directoryParts: directoryBuckets,

    /** The accounts in one part of the directory. */
    async readDirectory(bucket: string): Promise<Owner[]> {
      const items = await table.query(directoryPartition(bucket), '', { consistent: true })
      return items.map((item: Item) => parseItem(ownerSchema, item))
    },

    /** Writes off the lots that have lapsed, oldest first; gives how many. Null: the account kept changing. */
    writeOff: (owner: Owner, at: number): Promise<number | null> =>
      retryOnConflict(table, () => tryWritingOff(owner, at)),
  }
}
