/**
 * Earning: account, entry and a mark that this was earned, in one transaction. The mark's key says for what, so that the
 * same cannot be earned twice, however often it is asked for and whatever answers get lost.
 */

import { type Item, parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { dayMs, dayOf } from '../../../shared/day'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import type { Entry, RulesOfCity } from '../../contract'
import { type Earning, type EarningRefusal, earned, isOutlier } from '../../rules/earning'
import { accountReader, accountWrites, type Owner } from '../../store/account/accounts'
import { entryReader } from '../../store/account/entries'
import { markOutlier } from '../../store/account/outliers'
import { accountKey, onceKey } from '../../store/keys'

export type EarningDependencies = {
  readRules: (region: string) => Promise<Pick<RulesOfCity, 'rules' | 'limits'>>
  random: (bytes: number) => Uint8Array
}

/** Something to be earned. `subject` tells it from everything else that this rule gives this person points for. */
export type Award = Owner & { subject: string } & Earning
export type Prepared =
  /** The mark is the first of the writes. */
  | { isRepeated: false; entry: Entry; writes: Write[] }
  /** It was earned before, by this entry: there is nothing to write. */
  | { isRepeated: true; entry: Entry; writes: [] }

const markSchema = z.object({ seq: z.int(), attempt: z.string() })

/** What has its day in its subject is asked for again within minutes, if at all. */
const markRetentionMs = 3 * dayMs

export const earningService = (table: Table, { readRules, random }: EarningDependencies) => {
  const { accountOf } = accountReader(table)
  const { readEntry } = entryReader(table)

  const newAttempt = () => Buffer.from(random(9)).toString('base64url')

  /** Account and mark in one request. */
  const readBoth = async (award: Award) => {
    const { person, region, rule, subject } = award
    const keys = { account: accountKey(person, region), mark: onceKey(person, region, rule, subject) }
    const items = await table.getMany([keys.account, keys.mark], { consistent: true })
    const at = (key: { SK: string }): Item | null => items.find(({ SK }) => SK === key.SK) ?? null
    const mark = at(keys.mark)
    const account = await accountOf(at(keys.account), award)
    return { account, mark: mark && parseItem(markSchema, mark), key: keys.mark }
  }

  const entryOf = async (owner: Owner, seq: number): Promise<Entry> => {
    const entry = await readEntry(owner, seq)
    if (!entry) throw new Error('a mark without its entry')
    return entry
  }

  /** `isOwn`: this very attempt earned it, and only its answer was lost. */
  const prepareAs = async (
    award: Award,
    attempt: string,
  ): Promise<Result<Prepared & { isOwn: boolean }, EarningRefusal>> => {
    const [{ account, mark, key }, rules] = await Promise.all([readBoth(award), readRules(award.region)])
    if (mark) {
      const entry = await entryOf(award, mark.seq)
      return ok({ isRepeated: true, entry, writes: [], isOwn: mark.attempt === attempt })
    }
    const change = earned(account, rules, award)
    if (!change.ok) return change
    const entry = change.value.entries.at(-1)
    if (!entry) throw new Error('earned without an entry')
    const isDaily = award.rule === 'check-in' || award.rule === 'visit'
    const item = {
      ...key,
      seq: entry.seq,
      attempt,
      ...(isDaily && { expiresAt: secondsOf(award.at + markRetentionMs) }),
    }
    const writes = [
      table.put(item, { ConditionExpression: 'attribute_not_exists(PK)' }),
      ...accountWrites(table, award, account, change.value),
      ...(isOutlier(change.value.account, rules.limits)
        ? [markOutlier(table, award, change.value.account, entry.at)]
        : []),
    ]
    return ok({ isRepeated: false, entry, writes, isOwn: false })
  }

  return {
    /** The entry by which this was earned before; null if it was not. */
    async findEarned(owner: Owner, rule: Award['rule'], subject: string): Promise<Entry | null> {
      const item = await table.get(onceKey(owner.person, owner.region, rule, subject), { consistent: true })
      return item && entryOf(owner, parseItem(markSchema, item).seq)
    },

    /** What to write so that it is earned. Where a write is refused, prepare again: the account has moved on. */
    prepareAward: (award: Award): Promise<Result<Prepared, EarningRefusal>> => prepareAs(award, newAttempt()),

    /** `repeated`: it had been earned before, and nothing was added. */
    async earn(
      award: Award,
    ): Promise<Result<{ entry: Entry; repeated: boolean }, EarningRefusal | 'account-busy'>> {
      const attempt = newAttempt()
      const done = await retryOnConflict(table, async () => {
        const prepared = await prepareAs(award, attempt)
        if (!prepared.ok) return prepared
        const { entry, writes, isRepeated, isOwn } = prepared.value
        if (isRepeated) return ok({ entry, repeated: !isOwn })
        return (await table.transact(writes)).ok ? ok({ entry, repeated: false }) : retry
      })
      return done ?? err('account-busy')
    },
  }
}

/** What a day's earnings of a rule are marked with. */
export const subjectOf = {
  checkIn: (at: number): string => dayOf(at),
  visit: (place: string, at: number): string => `${place}#${dayOf(at)}`,
}
