/** Somebody at work: logged in with roles, on a phone in memory, with a server that answers by method and path. */
import type { Me, Role } from '@contract/identity'
import { aBrowser } from '../places/browser'
import { aPacked, aRegion } from '../places/builders'
import { aMe, aSession } from '../points/builders'
import { places, start } from '../shell/start'
import type { Reply, Sent } from '../support/taro'

export const region = '320800'
export const outlet = '320800-1'
export const otherOutlet = '320800-2'

/** A value is answered as JSON; a refusal as a problem; `lost`: it was done, and the answer got lost. */
type Answer = unknown | Refusal | typeof lost
export type Refusal = {
  refused: string
  status: number
  about?: { at?: string; place?: string }
  /** What stands now, for the codes that promise it. */
  current?: unknown
}
export const lost = Symbol('lost')
export const refused = (
  code: string,
  status: number,
  about?: Refusal['about'],
  current?: unknown,
): Refusal => ({ refused: code, status, about, current })

/** By `GET /api/staff/gifts`; a function sees the body and is asked each time. */
export type Routes = Record<string, Answer | ((body: unknown, sent: Sent) => Answer)>

export function atWork(roles: Role[], routes: Routes, { params = {}, width = 390 } = {}) {
  aBrowser()
  window.innerWidth = width
  const me: Me = aMe({ roles })
  const program = start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.set('fuyi.session', aSession(me))
    phone.params = params
    phone.server = (sent) => reply(routes, sent)
  })
  const sent = (route: string) =>
    program.phone.sent.filter((one) => `${one.method} ${pathOf(one.url)}` === route)
  return {
    ...program,
    me,
    sent,
    bodies: (route: string) => sent(route).map(({ data }) => JSON.parse(data ?? '')),
  }
}

const pathOf = (url: string): string => new URL(url, 'http://phone').pathname

async function reply(routes: Routes, sent: Sent): Promise<Reply> {
  const route = `${sent.method} ${pathOf(sent.url)}`
  const given = routes[route]
  const answer = await (typeof given === 'function'
    ? given(sent.data ? JSON.parse(sent.data) : null, sent)
    : given)
  if (answer === lost) return Promise.reject({ errMsg: 'request:fail timeout' })
  if (isRefusal(answer)) return problem(answer)
  if (answer !== undefined) return { statusCode: 200, data: JSON.stringify(answer) }
  // What a test does not name has no time by which it is due.
  if (route === 'GET /api/staff/tasks') return json({ tasks: [], counts: null, cursor: null })
  if (route === 'GET /api/staff/media') return json({ decided: [], cursor: null })
  if (route === 'GET /api/regions') return json({ regions: [aRegion()] })
  if (route.endsWith('/places')) return json(aPacked(places))
  // Somebody's number where a test does not say: the end of the id, in capitals.
  if (route === 'POST /api/staff/persons/resolve')
    return json({ persons: idsIn(sent.data).map((id) => ({ id, no: id.slice(-8).toUpperCase() })) })
  return Promise.reject(new Error(`The test's server knows no ${route}`))
}

const idsIn = (body: string | undefined): string[] => JSON.parse(body ?? '{}').ids ?? []

const json = (value: unknown): Reply => ({ statusCode: 200, data: JSON.stringify(value) })

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer

const problem = ({ refused: code, status, about, current }: Refusal): Reply => ({
  statusCode: status,
  data: JSON.stringify({ type: 'about:blank', title: code, status, code, about, current }),
})

export const owner = (...outlets: string[]): Role => ({ kind: 'owner', region, outlets })
export const staff = (...powers: Extract<Role, { kind: 'staff' }>['powers']): Role => ({
  kind: 'staff',
  region,
  powers,
})
