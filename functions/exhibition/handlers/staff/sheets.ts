/** Bulletins and years of the fund leave as files, on record page by page, and come in as drafts. */
import type { ExportRecorder } from '../../../audit/fragments'
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import type { ExhibitionAuditAction } from '../../contract/audit-actions'
import type { Content } from '../../contract/kinds'
import type { exhibitionOperations } from '../../operations'
import { bulletinCells } from '../../rules/sheets/bulletin-row'
import { fundCells } from '../../rules/sheets/fund-rows'
import type { ExhibitionService } from '../../service'
import { entriesPerPage, entrySorts } from './reads'

type Operations = typeof exhibitionOperations
type Exporting = Pick<ExhibitionService, 'listEntries' | 'readWorkings'> & {
  exports: ExportRecorder<ExhibitionAuditAction>
}

const bytesOf = (file: string): Uint8Array => Buffer.from(file, 'base64')

export const handleCheckSheet =
  ({ checkSheet }: Pick<ExhibitionService, 'checkSheet'>): HandlerOf<Operations['checkSheet']> =>
  async ({ body: { file, ...of } }) =>
    ok({ json: await checkSheet({ ...of, bytes: bytesOf(file) }) })

export const handleImportSheet =
  ({ importSheet }: Pick<ExhibitionService, 'importSheet'>): HandlerOf<Operations['importSheet']> =>
  async ({ session, body: { file, plan: seen, ...of } }) => {
    const done = await importSheet({ ...of, bytes: bytesOf(file) }, { seen, by: session.person })
    return done.ok ? ok({ json: done.value }) : err({ code: done.error.code, current: done.error.plan })
  }

export const handleExportSheet =
  ({ listEntries, readWorkings, exports }: Exporting): HandlerOf<Operations['exportSheet']> =>
  async ({ session, body: { kind, cursor, ...request } }) => {
    const from = readSortCursor(cursor, entrySorts)
    if (!from.ok) return err(badCursor)
    const exported = { by: session.person, filter: { list: kind } }
    const id = exports.open(request, exported)
    if (!id.ok) return id
    const { entries, next } = await listEntries(request.region, kind, {
      from: from.value,
      limit: entriesPerPage,
    })
    const texts = await readWorkings(entries.map((entry) => entry.id))
    const rows = entries.flatMap((entry) => rowsOf(entry.id, texts.get(entry.id)))
    await exports.record(id.value, { ...exported, action: 'entries-exported', rows: rows.length })
    return ok({ json: { export: id.value, rows, cursor: sortCursorOf(next) } })
  }

function rowsOf(id: string, content: Content | undefined): string[][] {
  if (content?.kind === 'bulletin') return [bulletinCells(id.slice('371600-bulletin-'.length), content)]
  return content?.kind === 'fund' ? fundCells(content) : []
}
