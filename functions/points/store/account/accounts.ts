/** Accounts, and the rule that an account is written with its entries or not at all. */

import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import { ledgerWrites } from '../../../shared/ledger/writes'
import { type AccountState, accountStateSchema, type Change, emptyAccount } from '../../rules/account'
import { accountKey, directoryKey, entryKey, leftKey, seriesNameOf } from '../keys'

/** A person in a city: cities are bodies of their own, and pay for their own gifts. */
export type Owner = { person: string; region: string }

export const accountReader = (table: Table) => {
  /** What was read as the account; an empty one for whoever has none yet, a closed one for whoever has left. */
  const accountOf = async (item: Item | null, { person }: Owner): Promise<AccountState> => {
    if (item) return parseItem(accountStateSchema, item)
    const left = await table.get(leftKey(person), { consistent: true })
    return left ? { ...emptyAccount, isClosed: true } : emptyAccount
  }
  return {
    accountOf,

    async readAccount(owner: Owner, options: { consistent: boolean }): Promise<AccountState> {
      return accountOf(await table.get(accountKey(owner.person, owner.region), options), owner)
    },
  }
}

const absent = { ConditionExpression: 'attribute_not_exists(PK)' }

/**
 * That the person has left, for ever: an access token outlives its person by minutes, a report that asks for points by
 * months, and closing begun, cut off and asked for again by any time. It holds nothing but an id that leads to nobody.
 */
export const markLeft = (table: Table, person: string): Write => table.put(leftKey(person), absent)

/**
 * The account's new state with its entries: refused, and with it the whole transaction, where anybody wrote to the
 * account since `before` was read, or the person left before it was ever written. The account is the first of the writes.
 */
export const accountWrites = (table: Table, owner: Owner, before: AccountState, change: Change): Write[] => {
  const { person, region } = owner
  const { account, entries } = change
  return [
    ...ledgerWrites(table, {
      revision: before.revision,
      account: { ...accountKey(person, region), ...account },
      entries: entries.map((entry) => ({
        ...entryKey(seriesNameOf(entry), person, region, entry.seq),
        ...entry,
      })),
    }),
    ...directoryWrites(table, owner, before, account),
    ...(before.revision === 0 ? [table.check(leftKey(person), absent)] : []),
  ]
}

/** Refused where the account is closed. */
export const checkOpen = (table: Table, { person, region }: Owner): Write =>
  table.check(accountKey(person, region), {
    ConditionExpression: 'isClosed = :false',
    values: { ':false': false },
  })

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
