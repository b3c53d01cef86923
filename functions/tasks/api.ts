/** The tasks API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/aws/address-log'
import type { Log } from '../shared/aws/logger'
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter, routesOf } from '../shared/http/router'
import type { SessionReader } from '../shared/session/session'
import { createTasksHandlers } from './handlers'
import { tasksOperations as operations } from './operations'
import type { TasksStore } from './store/reads'

export type TasksDependencies = {
  store: TasksStore
  sessions: SessionReader
  clock: () => number
  log: Log
  originVerify?: string
  addressLog?: AddressLog
}

export const createTasksApi = ({ store, originVerify, ...given }: TasksDependencies): GatewayHandler => {
  const routes = routesOf(operations, createTasksHandlers(store))
  return gatewayHandler(createRouter({ ...given, routes, problems: {}, originVerify }))
}
