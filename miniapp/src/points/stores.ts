/** Stores shared by the screens of points. Personal entries are named by the person's id. */

import { cityOf } from '@common/city-of'
import { err, ok } from '@common/result'
import * as z from '@common/zod'
import type { Account, Earned, Gift, Order, Waiting } from '@contract/points'
import {
  accountSchema,
  entrySchema,
  giftIdSchema,
  giftSchema,
  orderIdSchema,
  orderSchema,
} from '@contract/points'
import { account } from '@functions/points/endpoints/account'
import * as giftEndpoints from '@functions/points/endpoints/gifts'
import * as orderEndpoints from '@functions/points/endpoints/orders'
import { call } from '@/shared/api/request'
import { useRegion } from '@/shared/city'
import { createLastSeen, type Seen } from '@/shared/query/last-seen'
import { createOwnSeen, ownName } from '@/shared/query/own-seen'
import { createRemote, type Remote, useRemote } from '@/shared/query/remote'
import { useMe } from '@/shared/session/session'
import { phoneStore } from '@/shared/storage/storage'

const second = 1000

const whatOf = (name: string): string => name.slice(name.indexOf(' ') + 1)

const pageOf = <T>(item: z.ZodMiniType<T>) =>
  z.object({ items: z.array(item), cursor: z.nullable(z.string()) })
const seenGifts = createLastSeen(phoneStore, 'gifts', z.array(giftSchema))
const seenAccounts = createOwnSeen('account', accountSchema)
export const seenOrders = createOwnSeen('orders', pageOf(orderSchema))
export const seenEntries = createOwnSeen('entries', pageOf(entrySchema))

export const accounts = createRemote((name) => call(account, { query: { region: whatOf(name) } }), {
  fresh: 2 * second,
  seen: seenAccounts,
})
export const giftLists = createRemote(
  async (region: string) => {
    const answer = await call(giftEndpoints.gifts, { query: { region } })
    return answer.ok ? ok(answer.value.gifts) : answer
  },
  { fresh: 15 * second, seen: seenGifts },
)
/** A gift as the list had it. */
const seenInList = {
  read(id: string): Seen<Gift> | null {
    const list = seenGifts.read(cityOf(id))
    const gift = list?.value.find((one) => one.id === id)
    return list && gift ? { value: gift, readAt: list.readAt } : null
  },
  write: () => {},
}
/** A link that was cut or mistyped: the server could only say that the request is wrong. */
export const gifts = createRemote<Gift>(
  async (id) =>
    giftIdSchema.safeParse(id).success
      ? call(giftEndpoints.gift, { params: { id } })
      : err({ code: 'unknown-gift' }),
  { fresh: 5 * second, seen: seenInList },
)
const waitings = createRemote((name) => call(giftEndpoints.waiting, { params: { id: whatOf(name) } }), {
  fresh: 5 * second,
})
/** The first page: enough for what is live. */
const latestOrders = createRemote(
  async (name: string) => {
    const answer = await call(orderEndpoints.orders, { query: { region: whatOf(name) } })
    return answer.ok ? ok({ items: answer.value.orders, cursor: answer.value.cursor }) : answer
  },
  {
    fresh: 2 * second,
    seen: seenOrders,
  },
)
const orders = createRemote<Order>(
  async (name) => {
    const id = whatOf(name)
    return orderIdSchema.safeParse(id).success
      ? call(orderEndpoints.readOrder, { params: { id } })
      : err({ code: 'unknown-order' })
  },
  { fresh: second },
)

/** `{person} {what}` for whoever is logged in; null for nobody, or while `what` is not known. */
export function useOwnName(what: string | null): string | null {
  const me = useMe()
  return me && what !== null ? ownName(me.id, what) : null
}

type Asked<T> = Remote<T> & { retry: () => void }

/** One's account in the city one looks at. */
export function useAccount(): Asked<Account> {
  return useRemote(accounts, useOwnName(useRegion()))
}

export function useGifts(): Asked<Gift[]> {
  return useRemote(giftLists, useRegion())
}

export function useGift(id: string): Asked<Gift> {
  return useRemote(gifts, id)
}

export function useWaiting(gift: string | null): Asked<Waiting> & { update: (waiting: Waiting) => void } {
  const me = useMe()
  const name = useOwnName(gift)
  return {
    ...useRemote(waitings, name),
    update(waiting) {
      if (!me || !gift) return
      waitings.put(ownName(me.id, gift), waiting)
      // The account names what its person waits for.
      void accounts.refresh(ownName(me.id, cityOf(gift)))
    },
  }
}

/** The latest orders in the city one looks at. */
export function useLatestOrders(): Asked<{ items: Order[] }> {
  return useRemote(latestOrders, useOwnName(useRegion()))
}

export function useOrder(
  id: string,
): Asked<Order> & { update: (order: Order) => void; poll: () => Promise<void> } {
  const name = useOwnName(id)
  return {
    ...useRemote(orders, name),
    update: (order) => name && orders.put(name, order),
    poll: async () => (name ? orders.refresh(name) : undefined),
  }
}

/** What was earned is in the account at once, and the account is asked for again for all that follows from it. */
export function afterEarning(person: string, { region, entry }: Earned): void {
  const name = ownName(person, region)
  const { value } = accounts.get(name)
  if (value) accounts.put(name, { ...value, balance: entry.balance })
  void accounts.refresh(name)
}

/** After an order or its cancelling: points and orders are others now. */
export function afterOrdering(person: string, order: Order): void {
  orders.put(ownName(person, order.id), order)
  refreshAfter(person, { id: order.gift.id, region: order.region })
}

/** After a cancellation without an answer: what came of it is asked for. */
export function refreshOrder(person: string, order: Order): void {
  void orders.refresh(ownName(person, order.id))
  refreshAfter(person, { id: order.gift.id, region: order.region })
}

/** After an order of this gift was tried: all that it may have changed is asked for again. */
export function refreshAfter(person: string, { id, region }: Pick<Gift, 'id' | 'region'>): void {
  void accounts.refresh(ownName(person, region))
  void latestOrders.refresh(ownName(person, region))
  // A piece that was kept for the person may be the one they ordered.
  if (waitings.get(ownName(person, id)).value) void waitings.refresh(ownName(person, id))
  void gifts.refresh(id)
  void giftLists.refresh(region)
}
