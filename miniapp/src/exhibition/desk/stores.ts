/** Lists of the exhibition by person and city of the desk. */
import type { EntrySummary } from '@functions/exhibition/contract/entries'
import { changeListed, fresh, putInto, regionOf } from '@/desk/named'
import { createRemote } from '@/shared/query/remote'
import { fetchEntries } from './api'

export const entryList = createRemote((name) => fetchEntries(regionOf(name)), fresh)

/** Shows what has just been made or changed, without asking. */
export const entryChanged = (name: string, entry: EntrySummary): void =>
  changeListed(entryList, name, (list) => ({ ...list, entries: putInto(list.entries, entry) }))
