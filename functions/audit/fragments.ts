/** What other domains do with the record: add to it in their transactions, and show or erase what is a person's own. */

import { type Key, parseItem, type Table, type Write } from '../shared/aws/table'
import { TableUnavailable } from '../shared/aws/unavailable'
import { personIdSchema } from '../shared/contract'
import * as z from '../shared/zod'
import { withoutOthers } from './changes'
import { changeSchema } from './contract'
import { type OwnAction, type OwnActions, recordReader } from './store/reads'
import { type Action, type AuditDependencies, recordWriter } from './store/writes'

export { changesOf, wholeOf } from './changes'
export { type ExportRecorder, exportRecorder, rowsPerExportPage } from './exports'
export type { Action, AuditDependencies }
export type AuditRecords<Name extends string = string> = ReturnType<typeof auditRecords<Name>>

/** `Name`: the actions that the domain declares. */
export const auditRecords = <Name extends string>(table: Table, dependencies: AuditDependencies) => {
  const write = recordWriter(table, dependencies)
  return {
    /** The writes to put beside the action's own. */
    writes: (action: Action<Name>): Write[] => write(action).writes,

    /** The same, with where the record stands. */
    keyedWrites: (action: Action<Name>): { key: Key; writes: Write[] } => write(action),

    /** For a look at something: on record before anything is shown. */
    async record(action: Action<Name>): Promise<void> {
      const written = await table.transact(write(action).writes)
      if (!written.ok) throw new TableUnavailable('a look was not recorded')
    },
  }
}

const changesSchema = z.object({ changes: z.array(changeSchema) })

/** Words about somebody who has left are taken out of a record; that it was done, when and by whom stays. */
export const recordWords = (table: Table) => ({
  /** The write that puts `words` in place of what a field became. None where the record's time is up and it has gone. */
  async replace(key: Key, field: string, words: string): Promise<Write[]> {
    const item = await table.get(key, { consistent: true })
    if (!item) return []
    const changes = parseItem(changesSchema, item).changes.map((change) =>
      change.field === field ? { ...change, after: words } : change,
    )
    const update = {
      UpdateExpression: 'SET changes = :changes',
      ConditionExpression: 'attribute_exists(PK)',
      values: { ':changes': changes },
    }
    return [table.update(key, update)]
  },
})

/** What a person did as staff, to be shown to them. */
export const ownActions = (table: Table) => {
  const { ofPerson } = recordReader(table)
  return {
    /** Without whom it concerned: that is the others' own. */
    async of(person: string): Promise<OwnActions> {
      const { list, more } = await ofPerson(person)
      return { list: list.map((action) => asOwn(action, person)), more }
    },
  }
}

const asOwn = ({ subject, changes, ...action }: OwnAction, person: string): OwnAction => ({
  ...action,
  // Whose ledger was looked into, where it was asked for by the person.
  subject: personIdSchema.safeParse(subject).success && subject !== person ? '' : subject,
  changes: withoutOthers(changes),
})
