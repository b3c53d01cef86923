/** Accounts, and the rule that an account is written with its entries or not at all. */
import { type Item, parseItem, type Table, type Write } from '../../shared/table'
import { type AccountState, accountStateSchema, type Change, emptyAccount } from '../rules/account'
import { accountKey, directoryKey, entryKey } from './keys'

/** A person in a city: cities are bodies of their own, and pay for their own gifts. */
export type Owner = { person: string; region: string }

export const accountReader = (table: Table) => ({
  /** The account; an empty one for whoever has none yet. */
  async readAccount({ person, region }: Owner, options: { consistent: boolean }): Promise<AccountState> {
    return accountOf(await table.get(accountKey(person, region), options))
  },
})

export const accountOf = (item: Item | null): AccountState =>
  item ? parseItem(accountStateSchema, item) : emptyAccount

const absent = { ConditionExpression: 'attribute_not_exists(PK)' }

/**
 * The account's new state with its entries: refused, and with it the whole transaction, where anybody wrote to the
 * account since `before` was read. The account is the first of the writes.
 */
export const accountWrites = (table: Table, owner: Owner, before: AccountState, change: Change): Write[] => {
  const { person, region } = owner
  const { account, entries } = change
  const next = { ...accountKey(person, region), ...account, revision: before.revision + 1 }
  const unchanged =
    before.revision === 0
      ? absent
      : { ConditionExpression: 'revision = :read', values: { ':read': before.revision } }
  return [
    table.put(next, unchanged),
    ...entries.map((entry) => table.put({ ...entryKey(person, region, entry.seq), ...entry }, absent)),
    ...directoryWrites(table, owner, before, account),
  ]
}

/** In the directory stand the accounts that may hold points: from their first entry until they are closed. */
const directoryWrites = (
  table: Table,
  { person, region }: Owner,
  before: AccountState,
  after: AccountState,
): Write[] => {
  const key = directoryKey(person, region)
  if (before.seq === 0 && after.seq > 0) return [table.put({ ...key, person, region })]
  return after.isClosed && !before.isClosed ? [table.remove(key)] : []
}
