/** The points API: what each of its operations is answered by. */
import { type GatewayHandler, gatewayHandler } from '../shared/lambda'
import { createRouter, route } from '../shared/router'
import type { PointsDependencies } from './dependencies'
import { handleAccount, handleEntries } from './handlers/account'
import { handleCounterCode, handleHandovers } from './handlers/counter'
import { handleCheckIn, handleVisit } from './handlers/earning'
import { handleCancel, handleOrder, handleOrders, handlePickupCode, handleReadOrder } from './handlers/orders'
import { handleCheckPickup, handlePickUp } from './handlers/pickups'
import { staffRoutes } from './handlers/staff/routes'
import { handleStopWaiting, handleWait, handleWaiting } from './handlers/waiting'
import { pointsOperations as operations, pointsProblems } from './operations'

export const createPointsApi = (dependencies: PointsDependencies): GatewayHandler => {
  const { sessions, clock, log, originVerify } = dependencies
  const routes = {
    account: route(operations.account, handleAccount(dependencies)),
    entries: route(operations.entries, handleEntries(dependencies)),
    checkIn: route(operations.checkIn, handleCheckIn(dependencies)),
    visit: route(operations.visit, handleVisit(dependencies)),
    waiting: route(operations.waiting, handleWaiting(dependencies)),
    wait: route(operations.wait, handleWait(dependencies)),
    stopWaiting: route(operations.stopWaiting, handleStopWaiting(dependencies)),
    order: route(operations.order, handleOrder(dependencies)),
    orders: route(operations.orders, handleOrders(dependencies)),
    readOrder: route(operations.readOrder, handleReadOrder(dependencies)),
    cancel: route(operations.cancel, handleCancel(dependencies)),
    pickupCode: route(operations.pickupCode, handlePickupCode(dependencies)),
    checkPickup: route(operations.checkPickup, handleCheckPickup(dependencies)),
    pickUp: route(operations.pickUp, handlePickUp(dependencies)),
    counterCode: route(operations.counterCode, handleCounterCode(dependencies)),
    handovers: route(operations.handovers, handleHandovers(dependencies)),
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
