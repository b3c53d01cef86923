/** The audit API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/aws/address-log'
import type { Log } from '../shared/aws/logger'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, route } from '../shared/http/router'
import type { SessionReader } from '../shared/session/session'
import type { AuditAuditAction } from './contract/audit-actions'
import type { ExportRecorder } from './exports'
import { handleAudit, handleExportAudit, handleHistory } from './handlers'
import { auditOperations as operations } from './operations'
import type { AuditStore } from './store/reads'

export type AuditDependencies = {
  store: AuditStore
  exports: ExportRecorder<AuditAuditAction>
  sessions: SessionReader
  clock: () => number
  log: Log
  originVerify?: string
  addressLog?: AddressLog
}

export const createAuditApi = ({
  store,
  exports,
  originVerify,
  ...given
}: AuditDependencies): GatewayHandler => {
  const routes = {
    audit: route(operations.audit, handleAudit(store)),
    history: route(operations.history, handleHistory(store)),
    exportAudit: route(operations.exportAudit, handleExportAudit({ store, exports })),
  } satisfies Record<keyof typeof operations, unknown>
  return gatewayHandler(createRouter({ ...given, routes: Object.values(routes), problems: {}, originVerify }))
}
