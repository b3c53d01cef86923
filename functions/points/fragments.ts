/**
 * What the points domain lends to others: points as a part of their own transactions, and what it holds of a person.
 * They hand in the points table, opened with their own grant.
 */

import { recordWords } from '../audit/fragments'
import type { Refusal, Table, Write } from '../shared/aws/table'
import { retry, retryOnConflict } from '../shared/items/retry'
import { err, ok, type Result } from '../shared/result'
import type { Entry } from './contract'
import type { EarningRefusal } from './rules/earning'
import { createPointsService, type ServiceDependencies } from './service'
import type { Award, Prepared } from './service/account/earning'
import { holdingService } from './service/account/holdings'
import { orderView } from './service/views'

export type { Award, Prepared }
export type AwardRefusal = EarningRefusal | 'account-busy'
/** `own`: which of the caller's writes found their condition unmet. */
export type JoinedRefusal = { award: AwardRefusal } | { own: Refusal['at'] }

/**
 * Points for what another domain saw somebody do. `subject` names it, once for all: the same subject of the same rule
 * never gives the same person points twice.
 */
export const awards = (table: Table, dependencies: Partial<ServiceDependencies> = {}) => {
  const { prepareAward } = createPointsService(table, dependencies)

  const attempt = async (own: Write[], award: Award): Promise<Joined | typeof retry> => {
    const prepared = await prepareAward(award)
    if (!prepared.ok) return err({ award: prepared.error })
    const { entry, writes, isRepeated } = prepared.value
    // Earned before and nothing of the caller's own: DynamoDB knows no transaction of nothing.
    if (own.length + writes.length === 0) return ok({ entry, repeated: isRepeated })
    const written = await table.transact([...own, ...writes])
    if (written.ok) return ok({ entry, repeated: isRepeated })
    const at = written.error.at.filter((index) => index < own.length)
    return at.length > 0 ? err({ own: at }) : retry
  }

  return {
    /**
     * Writes to put beside one's own. If the transaction is refused at one of them, prepare again: the account has
     * moved on. Earned before, there is nothing to write, and the entry is the one of then.
     */
    prepare: (award: Award): Promise<Result<Prepared, EarningRefusal>> => prepareAward(award),

    /** One's own writes and the award, all or nothing; prepared anew while it is the award that is refused. */
    transactWithAward: async (own: Write[], award: Award): Promise<Joined> =>
      (await retryOnConflict(table, () => attempt(own, award))) ?? err({ award: 'account-busy' }),
  }
}

type Joined = Result<{ entry: Entry; repeated: boolean }, JoinedRefusal>

/** All that is held of a person, city by city. `audit`: the table of the records that repeat words about them. */
export const holdings = (
  { points, audit }: { points: Table; audit: Table },
  dependencies: Partial<ServiceDependencies> = {},
) => {
  const service = createPointsService(points, dependencies)
  const parts = { ending: service, queue: service, words: recordWords(audit) }
  const { holdingsOf, closeAll } = holdingService(points, parts)
  const clock = dependencies.clock ?? Date.now
  return {
    /** To be shown to the person: account, every entry, order and adjustment, newest first. */
    of: async (person: string): Promise<Record<string, unknown>[]> => {
      const all = await holdingsOf(person)
      return all.map(({ region, account, entries, orders, adjustments }) => ({
        region,
        isClosed: account.isClosed,
        balance: account.balance,
        lots: account.lots,
        checkIn: account.checkIn,
        earned: account.earned,
        redeemed: account.redeemed,
        waitingFor: Object.entries(account.waiting).map(([short, askedAt]) => ({
          gift: `${region}-${short}`,
          since: new Date(askedAt).toISOString(),
        })),
        entries,
        orders: orders.map((order) => orderView(order, clock())),
        adjustments,
      }))
    },

    /** Cancels what is reserved, writes off what is left and closes every account. Doing it again changes nothing. */
    close: (person: string, at: number): Promise<void> => closeAll(person, at),
  }
}
