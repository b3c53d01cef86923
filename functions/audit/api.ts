/** The audit API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/address-log'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import type { Log } from '../shared/logger'
import { createRouter, route } from '../shared/router'
import type { SessionReader } from '../shared/session'
import { handleAudit, handleHistory } from './handlers'
import { auditOperations as operations } from './operations'
import type { AuditStore } from './store/reads'

export type AuditDependencies = {
  store: AuditStore
  sessions: SessionReader
  clock: () => number
  log: Log
  originVerify?: string
  addressLog?: AddressLog
}

export const createAuditApi = ({ store, originVerify, ...given }: AuditDependencies): GatewayHandler => {
  const routes = {
    audit: route(operations.audit, handleAudit(store)),
    history: route(operations.history, handleHistory(store)),
  } satisfies Record<keyof typeof operations, unknown>
  return gatewayHandler(createRouter({ ...given, routes: Object.values(routes), problems: {}, originVerify }))
}
