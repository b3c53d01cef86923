/**
 * What happens to an account of a ledger: it is taken as it is and given as it will be, with the entries that lead there. Its
 * balance is the sum of its entries, because nothing else changes it.
 */
import type { Lots } from './lots'

export type AccountBase = {
  /** Rises by one with every write; who writes says which one was read. */
  revision: number
  /** Number of the newest entry; 0: none yet. */
  seq: number
  balance: number
}

/** The account after something was done, and the entries to be written with it. */
export type Change<Account, Entry> = { account: Account; entries: Entry[] }

/**
 * One more entry of that amount, with what else changes in the account.
 *
 * @param entryOf the entry with its number and the balance after it
 */
export function post<Account extends AccountBase, Entry>(
  { account, entries }: Change<Account, Entry>,
  fields: Partial<Account>,
  amount: number,
  entryOf: (placed: { seq: number; balance: number }) => Entry,
): Change<Account, Entry> {
  const placed = { seq: account.seq + 1, balance: account.balance + amount }
  return { account: { ...account, ...fields, ...placed }, entries: [...entries, entryOf(placed)] }
}

/**
 * The account without the lots that have lapsed, in the order of their names, each written off by an entry of its own. Whatever
 * is done to an account does this first, so that nobody spends what has lapsed.
 *
 * @param writeOff the entry of a lot, posted with the lots that are left
 */
export function withoutLapsed<Account extends AccountBase & { lots: Lots }, Entry>(
  account: Account,
  hasLapsed: (lot: string) => boolean,
  writeOff: (
    change: Change<Account, Entry>,
    lapsed: { lot: string; amount: number; left: Lots },
  ) => Change<Account, Entry>,
): Change<Account, Entry> {
  const lapsed = Object.keys(account.lots).filter(hasLapsed).sort()
  return lapsed.reduce<Change<Account, Entry>>(
    (change, lot) => {
      const { [lot]: amount = 0, ...left } = change.account.lots
      return writeOff(change, { lot, amount, left })
    },
    { account, entries: [] },
  )
}
