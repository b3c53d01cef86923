/** The operations of citizens and of an outlet's counter, each with its handler. */
import { route } from '../../shared/http/router'
import type { PointsDependencies } from '../dependencies'
import { pointsOperations as operations } from '../operations'
import { createGiftList } from '../service/gift/list'
import { handleAccount, handleEntries } from './account'
import { handleRedeemCode } from './code'
import { handleCounterCode, handleHandovers } from './counter'
import { handleCheckIn, handleVisit } from './earning'
import { handleGift, handleGiftPicture, handleGifts } from './gifts'
import { handleCancel, handleOrder, handleOrders, handlePickupCode, handleReadOrder } from './orders'
import { handleCheckPickup, handlePickUp } from './pickups'
import { handleStopWaiting, handleWait, handleWaiting } from './waiting'

type Dependencies = Omit<PointsDependencies, 'sessions'>

export const publicRoutes = (dependencies: Dependencies) => {
  const { service, desks, secret, clock, log } = dependencies
  const { stock, tries } = service
  const { codes, pictures } = desks
  const list = createGiftList({ gifts: service, counts: service, stock, clock })
  return {
    account: route(operations.account, handleAccount(dependencies)),
    entries: route(operations.entries, handleEntries(dependencies)),
    checkIn: route(operations.checkIn, handleCheckIn(dependencies)),
    visit: route(operations.visit, handleVisit(dependencies)),
    redeemCode: route(operations.redeemCode, handleRedeemCode({ codes, tries, secret, clock, log })),
    gifts: route(operations.gifts, handleGifts({ list, clock })),
    gift: route(operations.gift, handleGift({ list, gifts: service, stock, clock })),
    giftPicture: route(operations.giftPicture, handleGiftPicture(pictures)),
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
  }
}
