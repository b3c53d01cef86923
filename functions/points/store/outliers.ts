/** People who earn much faster than people do (rules/earning.ts says when), for staff to look at, month by month. */
import { parseItem, type Table, type Write } from '../../shared/table'
import { type Outlier, outlierSchema } from '../contract'
import type { AccountState } from '../rules/account'
import type { Owner } from './accounts'
import { outlierKey, outlierPartition } from './keys'

const mostListed = 100

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
  return table.put({ ...outlierKey(region, earned.day.slice(0, 7), person), ...outlier })
}
