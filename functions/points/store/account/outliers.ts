/** People who earn much faster than people do (rules/earning.ts says when), for staff to look at, month by month. */

import { parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { dayMs, dayOf } from '../../../shared/day'
import { type Outlier, outlierSchema } from '../../contract'
import type { AccountState } from '../../rules/account'
import { outlierKey, outlierPartition } from '../keys'
import type { Owner } from './accounts'

const mostListed = 100

/** A year, and the month it is about: who stood out longer ago is nobody's business any more. */
const retentionMonths = 13
const retentionDays = retentionMonths * 31

export const outlierReader = (table: Table) => ({
  /** Of the month (`YYYY-MM`), most points first. */
  async listOutliers(region: string, month: string): Promise<Outlier[]> {
    const items = await table.query(outlierPartition(region, month), '', { consistent: true })
    const all = items.map((item) => parseItem(outlierSchema, item))
    return all.sort((a, b) => b.points - a.points).slice(0, mostListed)
  },
})

/** Put in the transaction of the earning that crossed the line, and of each after it: the sums are the month's. */
export const markOutlier = (
  table: Table,
  { person, region }: Owner,
  account: AccountState,
  at: string,
): Write => {
  const { earned, lastOrder } = account
  const outlier: Outlier = {
    person,
    points: earned.points,
    entries: earned.entries,
    order: lastOrder,
    lastAt: at,
  }
  return table.put({
    ...outlierKey(region, earned.day.slice(0, 7), person),
    ...outlier,
    expiresAt: secondsOf(Date.parse(at) + retentionDays * dayMs),
  })
}

/** Takes the person out of every month that is kept; where they were in none, nothing changes. */
export const removeOutlier = (table: Table, { person, region }: Owner, at: number): Write[] => {
  const [year = 0, month = 0] = dayOf(at).split('-').map(Number)
  return Array.from({ length: retentionMonths + 1 }, (_, back) => {
    const of = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
    return table.remove(outlierKey(region, of, person))
  })
}
