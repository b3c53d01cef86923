/** What auditors and the desk read of the record. */
import { mayAsStaff, type Session } from '../shared/access/access'
import { badCursor, readSortCursor, sortCursorOf } from '../shared/http/cursor'
import type { HandlerOf } from '../shared/http/router'
import { err, ok } from '../shared/result'
import { withoutOthers } from './changes'
import type { AuditAuditAction, AuditRecord } from './contract'
import { type ExportRecorder, rowsPerExportPage } from './exports'
import type { auditOperations } from './operations'
import type { AuditStore } from './store/reads'

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

/** Looks are the auditors' own business; who read codes concerns also those who make and stop them. */
const ledgerLooks = ['ledger-read']
const looks = [...ledgerLooks, 'codes-read']

/** Who holds which powers is the business of those who grant them, and of auditors. */
const isOfRoles = ({ action }: AuditRecord): boolean => action.startsWith('role-')

/** What is shown to one of the city's staff: whom it concerned and why, to those alone who decide on points, and auditors. */
function visible(all: AuditRecord[], session: Session, region: string): AuditRecord[] {
  if (mayAsStaff(session, region, 'audit')) return all
  const grantsRoles = mayAsStaff(session, region, 'admin')
  const records = all.filter((record) => grantsRoles || !isOfRoles(record))
  const decidesOnPoints = mayAsStaff(session, region, 'gifts')
  const hidden = decidesOnPoints ? ledgerLooks : looks
  const shown = records.filter(({ action }) => !hidden.includes(action))
  if (decidesOnPoints) return shown
  return shown.map((record) => ({ ...record, changes: withoutOthers(record.changes) }))
}

export const handleHistory =
  ({ ofSubject }: Pick<AuditStore, 'ofSubject'>): HandlerOf<Operations['history']> =>
  async ({ session, params: { subject }, query: { region } }) => {
    const isStaffThere = session.roles.some((role) => role.kind === 'staff' && role.region === region)
    if (!isStaffThere) return err({ code: 'forbidden' })
    const { list, more } = await ofSubject(region, subject, perPage)
    return ok({ json: { audit: visible(list, session, region), more } })
  }
