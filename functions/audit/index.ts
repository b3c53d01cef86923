import type { Context } from '../shared/aws/context'
import { sessionsOf } from '../shared/session/session-reader'
import { createAuditApi } from './api'
import type { AuditAuditAction } from './contract/audit-actions'
import { exportRecorder } from './exports'
import { auditRecords } from './fragments'
import { recordReader } from './store/reads'

/** The function that answers the audit API. */
export const createAuditFunction = (context: Context) => {
  const { clock, random } = context
  const table = context.tableOf('audit')
  return createAuditApi({
    ...context,
    store: recordReader(table),
    exports: exportRecorder(auditRecords<AuditAuditAction>(table, { clock, random }), random),
    sessions: sessionsOf(context),
  })
}
