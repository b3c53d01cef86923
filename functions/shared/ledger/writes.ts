/** An account is written with its entries or not at all, and only as long as nobody else wrote to it. */
import type { Item, Key, Table, Write } from '../aws/table'

const absent = { ConditionExpression: 'attribute_not_exists(PK)' }

export type LedgerChange = {
  /** Of the account as it was read; 0: there was none. */
  revision: number
  /** With its key; its revision is set here. */
  account: Key & Item
  /** Each with its key. */
  entries: readonly (Key & Item)[]
}

/**
 * Writes of one transaction, the account first: refused where anybody wrote to the account since it was read, or where an entry
 * of that number is there.
 */
export const ledgerWrites = (table: Table, { revision, account, entries }: LedgerChange): Write[] => [
  table.put(
    { ...account, revision: revision + 1 },
    revision === 0 ? absent : { ConditionExpression: 'revision = :read', values: { ':read': revision } },
  ),
  ...entries.map((entry) => table.put(entry, absent)),
]
