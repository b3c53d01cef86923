/** What auditors and the desk read of the record. */
import { powersIn } from '../shared/access/access'
import { badCursor, readSortCursor, sortCursorOf } from '../shared/http/cursor'
import type { HandlerOf } from '../shared/http/router'
import { err, ok } from '../shared/result'
import type { AuditAuditAction } from './contract/audit-actions'
import { type ExportRecorder, rowsPerExportPage } from './exports'
import type { auditOperations } from './operations'
import type { AuditStore } from './store/reads'
import { visibleWith } from './visible'

type Operations = typeof auditOperations
type ExportDependencies = { store: Pick<AuditStore, 'ofMonth'>; exports: ExportRecorder<AuditAuditAction> }

const perPage = 50
const sortKeys = /^\d{4}-[\dTZ:.-]{19}#[0-9A-Za-z]{1,20}$/

export const handleAudit =
  ({ ofMonth }: Pick<AuditStore, 'ofMonth'>): HandlerOf<Operations['audit']> =>
  async ({ query: { region, month, cursor } }) => {
    const from = readSortCursor(cursor, sortKeys)
    if (!from.ok) return err(badCursor)
    const { records, next } = await ofMonth(region, month, from.value, perPage)
    return ok({ json: { audit: records, cursor: sortCursorOf(next) } })
  }

export const handleExportAudit =
  ({ store, exports }: ExportDependencies): HandlerOf<Operations['exportAudit']> =>
  async ({ session, body: { month, cursor, ...request } }) => {
    const from = readSortCursor(cursor, sortKeys)
    if (!from.ok) return err(badCursor)
    const exported = { by: session.person, filter: { list: 'audit', month } }
    const id = exports.open(request, exported)
    if (!id.ok) return id
    const { records, next } = await store.ofMonth(request.region, month, from.value, rowsPerExportPage)
    await exports.record(id.value, { ...exported, action: 'audit-exported', rows: records.length })
    return ok({ json: { export: id.value, audit: records, cursor: sortCursorOf(next) } })
  }

export const handleHistory =
  ({ ofSubject }: Pick<AuditStore, 'ofSubject'>): HandlerOf<Operations['history']> =>
  async ({ session, params: { subject }, query: { region } }) => {
    const { list, more } = await ofSubject(region, subject, perPage)
    return ok({ json: { audit: visibleWith(powersIn(session, region), list), more } })
  }
