/** The use cases: rules and store together. */
import type { Table } from '../shared/aws/table'
import { searchIndexes } from './service/bulletins/index-of-city'
import { createChanging, type EntryDependencies } from './service/changing'
import { checkingService } from './service/checking'
import { documentWriter } from './service/documents'
import { importingService } from './service/importing'
import { reviewingService } from './service/reviewing'
import { writingService } from './service/writing'
import { createExhibitionStore } from './store'

type Dependencies = Pick<EntryDependencies, 'audit' | 'tasks' | 'media' | 'uses' | 'check' | 'clock'>
export type ExhibitionService = ReturnType<typeof createExhibitionService>

export const createExhibitionService = (table: Table, dependencies: Dependencies) => {
  const store = createExhibitionStore(table)
  const { readEntry, readWorking, readWorkings, readVersion, listEntries, listVersions } = store.entries
  const { readHeads, readDocument } = store.documents
  const { readHeads: readBulletinHeads, listRows: listBulletins } = store.bulletins
  const searchable = searchIndexes(store)
  const all = { ...dependencies, store, documents: documentWriter(store, dependencies.media) }
  const changing = createChanging(all)
  const checking = checkingService(all, changing)
  return {
    ...writingService(all, changing, checking),
    ...reviewingService(all, changing, checking),
    ...importingService(all, changing),
    ...{
      readEntry,
      readWorking,
      readWorkings,
      readVersion,
      listEntries,
      listVersions,
      readHeads,
      readDocument,
    },
    ...{ readBulletinHeads, listBulletins, searchable },
  }
}
