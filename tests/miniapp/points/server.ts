/** A small city's points in memory, answering as the contract says: for the phone's screens. */

import { dayOf } from '@common/day'
import type { Account, Earned, Entry, Gift, Order, PickupCode, Waiting } from '@contract/points'
import { aPacked, aRegion } from '../places/builders'
import { places } from '../shell/start'
import type { Reply, Sent } from '../support/taro'
import { aGift, anAccount, anEarned, anOrder, aPickupCode } from './builders'

type Refusal = { code: string; status: number }

export type PointsServer = {
  account: Account
  gifts: Gift[]
  orders: Order[]
  entries: { first: Entry[]; more: Entry[] }
  waiting: Waiting
  earned: Earned
  code: PickupCode
  /** Refuses the next requests to this path. */
  refuse: Record<string, Refusal>
  /** No network to this path (`*`: to any) until it is taken out. */
  dead: Set<string>
  /** Order bodies with their keys, in the order in which they came; a key comes again with the same order. */
  ordered: { key: string; body: unknown }[]
  answer(sent: Sent): Reply | Promise<Reply>
}

const none: Waiting = { state: 'none', ahead: null, until: null }

export function aPointsServer(overrides: Partial<PointsServer> = {}): PointsServer {
  const now = new Date().toISOString()
  const server: PointsServer = {
    account: anAccount(),
    gifts: [aGift()],
    orders: [],
    entries: { first: [], more: [] },
    waiting: none,
    earned: anEarned(),
    code: aPickupCode({ day: dayOf(Date.now()), now }),
    refuse: {},
    dead: new Set(),
    ordered: [],
    answer: (sent) => answerOf(server, sent),
    ...overrides,
  }
  return server
}

function answerOf(server: PointsServer, { url, method, header, data }: Sent): Reply | Promise<Reply> {
  const { pathname, searchParams } = new URL(url, 'http://phone')
  if (server.dead.has('*') || server.dead.has(pathname)) return Promise.reject({ errMsg: 'request:fail' })
  const refusal = server.refuse[pathname]
  if (refusal) return problem(refusal)
  if (pathname === '/api/orders' && method === 'POST') {
    return json(order(server, header['idempotency-key'] ?? '', JSON.parse(data ?? '')))
  }
  return json(read(server, pathname, method, searchParams))
}

/** One order a key, as the server does it. */
function order(server: PointsServer, key: string, body: { gift: string; outlet: string }): Order {
  const before = server.ordered.findIndex((one) => one.key === key)
  server.ordered.push({ key, body })
  const known = before === -1 ? undefined : server.orders[0]
  if (known) return known
  const made = anOrder({ outlet: body.outlet })
  server.orders = [made, ...server.orders]
  server.account = { ...server.account, balance: server.account.balance - made.points }
  return made
}

function read(server: PointsServer, path: string, method: string, query: URLSearchParams): unknown {
  const [, id] = /^\/api\/(?:gifts|orders)\/([^/]+)/.exec(path) ?? []
  if (path === '/api/regions') return { regions: [aRegion()] }
  if (path === '/api/points/account') return server.account
  if (path === '/api/points/entries') return entries(server, query.get('cursor'))
  if (/^\/api\/points\/(check-ins|visits|codes)$/.test(path)) return server.earned
  if (path === '/api/gifts') return { gifts: server.gifts }
  if (path === '/api/orders') return { orders: server.orders, cursor: null }
  if (path.endsWith('/waiting')) return waiting(server, method)
  if (path.endsWith('/pickup-code')) return server.code
  if (path.endsWith('/cancel')) return cancelled(server, id)
  if (path.startsWith('/api/gifts/')) return server.gifts.find((gift) => gift.id === id)
  if (path.startsWith('/api/orders/')) return server.orders.find((one) => one.id === id)
  return aPacked(places)
}

function entries({ entries: { first, more } }: PointsServer, cursor: string | null): unknown {
  return cursor
    ? { entries: more, cursor: null }
    : { entries: first, cursor: more.length > 0 ? 'more' : null }
}

function waiting(server: PointsServer, method: string): Waiting {
  if (method === 'POST') server.waiting = { state: 'waiting', ahead: 2, until: null }
  if (method === 'DELETE') server.waiting = none
  return server.waiting
}

function cancelled(server: PointsServer, id: string | undefined): unknown {
  server.orders = server.orders.map((one) =>
    one.id === id ? { ...one, state: 'cancelled', endedAt: new Date().toISOString() } : one,
  )
  return server.orders.find((one) => one.id === id)
}

/** With the tag by which the phone keeps a city. */
const json = (value: unknown): Reply => ({
  statusCode: 200,
  header: { ETag: '"1.2026-03-02-id"' },
  data: JSON.stringify(value),
})

const problem = ({ code, status }: Refusal): Reply => ({
  statusCode: status,
  data: JSON.stringify({ type: 'about:blank', title: code, status, code }),
})
