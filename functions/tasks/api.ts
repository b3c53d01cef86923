/** The tasks API: what each of its operations is answered by. */
import type { AddressLog } from '../shared/address-log'
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import type { Log } from '../shared/logger'
import { createRouter, route } from '../shared/router'
import type { SessionReader } from '../shared/session'
import { handleTasks } from './handlers'
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
  const routes = {
    tasks: route(operations.tasks, handleTasks(store)),
  } satisfies Record<keyof typeof operations, unknown>
  return gatewayHandler(createRouter({ ...given, routes: Object.values(routes), problems: {}, originVerify }))
}
