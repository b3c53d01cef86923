/** The points API: its operations behind one router. */
import { type GatewayHandler, gatewayHandler } from '../shared/http/lambda'
import { createRouter } from '../shared/http/router'
import type { PointsDependencies } from './dependencies'
import { publicRoutes } from './handlers/routes'
import { staffRoutes } from './handlers/staff/routes'
import { type pointsOperations as operations, pointsProblems } from './operations'

export const createPointsApi = (dependencies: PointsDependencies): GatewayHandler => {
  const { sessions, clock, log, originVerify } = dependencies
  const routes = {
    ...publicRoutes(dependencies),
    ...staffRoutes(dependencies),
  } satisfies Record<keyof typeof operations, unknown>
  return gatewayHandler(
    createRouter({
      routes: Object.values(routes),
      problems: pointsProblems,
      sessions,
      secondPerson: dependencies.staff.isHeldByAnother,
      log,
      clock,
      originVerify,
      addressLog: dependencies.addressLog,
    }),
    clock,
  )
}
