/** Lists of the exhibition by person and city of the desk. */
import type { EntrySummary } from '@functions/exhibition/contract/entries'
import { changeListed, fresh, putInto, regionOf } from '@/desk/named'
import { createRemote, type RemoteStore } from '@/shared/query/remote'
import { type Entries, fetchEntries } from './api'

/** As far as it was read before. */
export const entryList: RemoteStore<Entries> = createRemote(
  (name) => fetchEntries(regionOf(name), entryList.get(name).value?.pages),
  fresh,
)

/** Shows what has just been made or changed, without asking. */
export const entryChanged = (name: string, entry: EntrySummary): void =>
  changeListed(entryList, name, (list) => ({ ...list, entries: putInto(list.entries, entry) }))
