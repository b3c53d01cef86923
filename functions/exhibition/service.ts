/** The use cases: rules and store together. */
import type { AuditRecords } from '../audit/fragments'
import type { Table } from '../shared/table'
import type { TaskWrites } from '../tasks/fragments'
import type { ExhibitionAuditAction } from './contract/audit-actions'
import { documentWriter } from './service/documents'
import { entryService } from './service/entries'
import { createExhibitionStore } from './store'

type Dependencies = {
  audit: AuditRecords<ExhibitionAuditAction>
  tasks: TaskWrites
  clock: () => number
}
export type ExhibitionService = ReturnType<typeof createExhibitionService>

export const createExhibitionService = (table: Table, dependencies: Dependencies) => {
  const store = createExhibitionStore(table)
  const { readHeads, readDocument } = store.documents
  return {
    ...entryService({ ...dependencies, store, documents: documentWriter(store) }),
    readEntry: store.entries.readEntry,
    readWorking: store.entries.readWorking,
    readHeads,
    readDocument,
  }
}
