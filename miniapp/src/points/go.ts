/** The ways between the pages of points. */
import { openPage, openTab, replacePage } from '@/shared/navigation/navigation'

const to = (url: string) => (): void => openPage(url)

export const goGifts = to('/points/pages/gifts/index')
export const goOrders = to('/points/pages/orders/index')
export const goEntries = to('/points/pages/entries/index')
export const goCode = to('/points/pages/code/index')

/** What can be picked up at one outlet. */
export function goGiftsAt(outlet: string): void {
  to(`/points/pages/gifts/index?outlet=${encodeURIComponent(outlet)}`)()
}

export function giftUrl(id: string): string {
  return `/points/pages/gift/index?id=${encodeURIComponent(id)}`
}

export function goGift(id: string): void {
  to(giftUrl(id))()
}

export function goOrder(id: string): void {
  to(orderUrl(id))()
}

/** In the place of the page where it was ordered: going back must not offer the same again. */
export function goNewOrder(id: string): void {
  replacePage(orderUrl(id))
}

function orderUrl(id: string): string {
  return `/points/pages/order/index?id=${encodeURIComponent(id)}`
}

/** With a place where one stands already, or to scan any. */
export function goVisit(place?: string): void {
  to(`/points/pages/visit/index${place === undefined ? '' : `?place=${encodeURIComponent(place)}`}`)()
}

export function goMe(): void {
  openTab('me')
}

export function goPoints(): void {
  openTab('points')
}
