/** What staff read of entries. */
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/cursor'
import { err, ok } from '../../../shared/result'
import type { HandlerOf } from '../../../shared/router'
import type { exhibitionOperations } from '../../operations'
import type { ExhibitionService } from '../../service'
import { show, summaryOf } from '../view'

type Operations = typeof exhibitionOperations

const limit = 30
const entrySorts = /^\d{6}-[a-z]{1,20}-[0-9a-z-]{1,40}$/
const versionSorts = /^summary#\d{5}$/

export const handleEntries =
  ({ listEntries }: Pick<ExhibitionService, 'listEntries'>): HandlerOf<Operations['entries']> =>
  async ({ query: { region, kind, cursor } }) => {
    const from = readSortCursor(cursor, entrySorts)
    if (!from.ok) return err(badCursor)
    const { entries, next } = await listEntries(region, kind, { from: from.value, limit })
    return ok({ json: { entries: entries.map(summaryOf), cursor: sortCursorOf(next) } })
  }

export const handleEntry =
  (service: Pick<ExhibitionService, 'readEntry' | 'readWorking'>): HandlerOf<Operations['entry']> =>
  async ({ params: { id } }) => {
    const entry = await service.readEntry(id)
    return entry ? ok({ json: await show(service, entry) }) : err({ code: 'unknown-entry' })
  }

export const handleVersions =
  ({ listVersions }: Pick<ExhibitionService, 'listVersions'>): HandlerOf<Operations['versions']> =>
  async ({ params: { id }, query: { cursor } }) => {
    const from = readSortCursor(cursor, versionSorts)
    if (!from.ok) return err(badCursor)
    const { versions, next } = await listVersions(id, { from: from.value, limit })
    return ok({ json: { versions, cursor: sortCursorOf(next) } })
  }

export const handleVersion =
  ({ readVersion }: Pick<ExhibitionService, 'readVersion'>): HandlerOf<Operations['version']> =>
  async ({ params: { id, version } }) => {
    const found = await readVersion(id, version)
    if (!found) return err({ code: 'unknown-version' })
    return ok({ json: { ...found, title: found.content.title } })
  }
