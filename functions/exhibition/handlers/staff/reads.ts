/** What staff read of entries. */
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import { titleOf } from '../../contract/kinds'
import type { exhibitionOperations } from '../../operations'
import type { ExhibitionService } from '../../service'
import { show, summaryOf } from '../view'

type Operations = typeof exhibitionOperations

export const entriesPerPage = 30
export const entrySorts = /^\d{6}-[a-z]{1,20}-[0-9a-z-]{1,40}$/
const versionSorts = /^summary#\d{5}$/

export const handleExhibitionEntries =
  ({ listEntries }: Pick<ExhibitionService, 'listEntries'>): HandlerOf<Operations['exhibitionEntries']> =>
  async ({ query: { region, kind, cursor } }) => {
    const from = readSortCursor(cursor, entrySorts)
    if (!from.ok) return err(badCursor)
    const { entries, next } = await listEntries(region, kind, { from: from.value, limit: entriesPerPage })
    return ok({ json: { entries: entries.map(summaryOf), cursor: sortCursorOf(next) } })
  }

export const handleExhibitionEntry =
  (service: Pick<ExhibitionService, 'readEntry' | 'readWorking'>): HandlerOf<Operations['exhibitionEntry']> =>
  async ({ params: { id } }) => {
    const entry = await service.readEntry(id)
    if (!entry) return err({ code: 'unknown-entry' })
    const shown = await show(service, entry)
    return shown ? ok({ json: shown }) : err({ code: 'entry-busy' })
  }

export const handleEntryVersions =
  ({ listVersions }: Pick<ExhibitionService, 'listVersions'>): HandlerOf<Operations['entryVersions']> =>
  async ({ params: { id }, query: { cursor } }) => {
    const from = readSortCursor(cursor, versionSorts)
    if (!from.ok) return err(badCursor)
    const { versions, next } = await listVersions(id, { from: from.value, limit: entriesPerPage })
    return ok({ json: { versions, cursor: sortCursorOf(next) } })
  }

export const handleEntryVersion =
  ({ readVersion }: Pick<ExhibitionService, 'readVersion'>): HandlerOf<Operations['entryVersion']> =>
  async ({ params: { id, version } }) => {
    const found = await readVersion(id, version)
    if (!found) return err({ code: 'unknown-version' })
    return ok({ json: { ...found, title: titleOf(found.content) } })
  }
