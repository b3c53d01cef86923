/** The points API: what each of its operations is answered by. */
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import { createRouter, route } from '../shared/router'
import { answerAccount, answerEntries } from './answers/citizen/account'
import { answerCheckIn, answerVisit } from './answers/citizen/earning'
import {
  answerCancel,
  answerOrder,
  answerOrders,
  answerPickupCode,
  answerReadOrder,
} from './answers/citizen/orders'
import { answerStopWaiting, answerWait, answerWaiting } from './answers/citizen/waiting'
import { answerCounterCode, answerHandovers } from './answers/outlet/counter'
import { answerCheckPickup, answerPickUp } from './answers/outlet/pickups'
import { staffRoutes } from './answers/staff/routes'
import type { PointsDependencies } from './dependencies'
import { pointsOperations as operations, pointsProblems } from './operations'

export const createPointsApi = (dependencies: PointsDependencies): GatewayHandler => {
  const { sessions, clock, log, originVerify } = dependencies
  const routes = {
    account: route(operations.account, answerAccount(dependencies)),
    entries: route(operations.entries, answerEntries(dependencies)),
    checkIn: route(operations.checkIn, answerCheckIn(dependencies)),
    visit: route(operations.visit, answerVisit(dependencies)),
    waiting: route(operations.waiting, answerWaiting(dependencies)),
    wait: route(operations.wait, answerWait(dependencies)),
    stopWaiting: route(operations.stopWaiting, answerStopWaiting(dependencies)),
    order: route(operations.order, answerOrder(dependencies)),
    orders: route(operations.orders, answerOrders(dependencies)),
    readOrder: route(operations.readOrder, answerReadOrder(dependencies)),
    cancel: route(operations.cancel, answerCancel(dependencies)),
    pickupCode: route(operations.pickupCode, answerPickupCode(dependencies)),
    checkPickup: route(operations.checkPickup, answerCheckPickup(dependencies)),
    pickUp: route(operations.pickUp, answerPickUp(dependencies)),
    counterCode: route(operations.counterCode, answerCounterCode(dependencies)),
    handovers: route(operations.handovers, answerHandovers(dependencies)),
    ...staffRoutes(dependencies),
  } satisfies Record<keyof typeof operations, unknown>
  return gatewayHandler(
    createRouter({
      routes: Object.values(routes),
      problems: pointsProblems,
      sessions,
      log,
      clock,
      originVerify,
      addressLog: dependencies.addressLog,
    }),
  )
}
