/** A record is written in the transaction of the action: neither is there without the other. */

import { type Key, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { base32 } from '../../shared/codes/base32'
import { dayMs } from '../../shared/day'
import type { AuditRecord } from '../contract'
import { actionsPartition, recordKey, subjectPartition } from './keys'

/** Three years: as long as a claim about points can be brought (Civil Code, art. 188). */
const daysKept = 3 * 366

/** What one of the staff did in a city. `Name`: the actions that the domain declares. */
export type Action<Name extends string = string> = Omit<AuditRecord, 'at' | 'action'> & {
  region: string
  action: Name
}
export type AuditDependencies = { clock: () => number; random: (bytes: number) => Uint8Array }

/** The record, and where it is found from whoever did it and from what it was done to. */
export const recordWriter =
  (table: Table, { clock, random }: AuditDependencies) =>
  ({ region, ...action }: Action): { key: Key; writes: Write[] } => {
    const now = clock()
    const at = new Date(now).toISOString()
    const key = recordKey(region, at, base32(random(10), 10))
    const expiresAt = secondsOf(now + daysKept * dayMs)
    return { key, writes: recordWrites(table, { key, region, expiresAt, record: { ...action, at } }) }
  }

type Stored = {
  key: Key
  region: string
  /** Seconds since 1970. */
  expiresAt: number
  record: AuditRecord
}

/** Refused where the record is there already, or anything that leads to it: nothing on record is overwritten. */
export const recordWrites = (table: Table, { key, region, expiresAt, record }: Stored): Write[] => {
  const pointer = { SK: key.SK, region, expiresAt }
  const isNew = { ConditionExpression: 'attribute_not_exists(PK)' }
  return [
    table.put({ ...key, ...record, expiresAt }, isNew),
    table.put({ PK: actionsPartition(record.by), ...pointer }, isNew),
    table.put({ PK: subjectPartition(region, record.subject), ...pointer }, isNew),
  ]
}
