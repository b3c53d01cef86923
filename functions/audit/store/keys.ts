import type { Key } from '../../shared/aws/table'
import { dayOf } from '../../shared/day'

/** A city's records of a month, in the order of time. */
export const monthPartition = (region: string, month: string) => `record#${region}#${month}`
export const recordKey = (region: string, at: string, random: string): Key => ({
  PK: monthPartition(region, dayOf(Date.parse(at)).slice(0, 7)),
  SK: `${at}#${random}`,
})
/** The record that a pointer with this sort key leads to. */
export const recordKeyOf = ({ SK, region }: { SK: string; region: string }): Key => {
  const [at = '', random = ''] = SK.split('#')
  return recordKey(region, at, random)
}

/** Pointers to what one person did. */
export const actionsPartition = (person: string) => `actions#${person}`
/** Pointers to what was done to one thing of a city. */
export const subjectPartition = (region: string, subject: string) => `subject#${region}#${subject}`
