/** A task is written in the transaction of what it is about, and goes in that of its decision. */
import { secondsOf, type Table, type Write } from '../../shared/aws/table'
import type { Task } from '../contract'
import { openKey, type TaskId } from './keys'

export type NewTask = TaskId &
  Pick<Task, 'by' | 'at' | 'facts'> & {
    /** ISO 8601: when nobody can decide it any more, and it is no task. */
    until: string
  }

/** Refused where the same waits already. Short, so that fifty are read for two units: kind, subject and due are its key. */
export const openWrite = (table: Table, { by, at, facts, until, ...id }: NewTask): Write =>
  table.put(
    { ...openKey(id), by, at, facts, expiresAt: secondsOf(Date.parse(until)) },
    { ConditionExpression: 'attribute_not_exists(PK)' },
  )

/**
 * Removes the task without a condition: the decision itself makes sure that it is made once, and proposals older than the tasks domain
 * have none.
 */
export const endWrite = (table: Table, id: TaskId): Write => table.remove(openKey(id))
