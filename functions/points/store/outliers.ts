/** People who earn much faster than people do (rules/earning.ts says when), for staff to look at, month by month. */
import type { Table, Write } from '../../shared/table'
import type { Outlier } from '../contract'
import type { AccountState } from '../rules/account'
import type { Owner } from './accounts'
import { outlierKey } from './keys'

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
