/** A person, and a server that knows them. */

import type { ExportResponse } from '@contract/identity'
import { consentTexts, type Me } from '@contract/identity'
import type { phone as Phone } from '../support/taro'

export const aMe = (overrides: Partial<Me> = {}): Me => ({
  id: '0123456789abcdefghjk',
  no: '8K3M92QT',
  since: '2026-11-01T00:00:00Z',
  roles: [],
  consents: [
    { text: 'privacy', version: consentTexts.privacy, at: '2026-11-01T00:00:00Z' },
    { text: 'points', version: '2026-11', at: '2026-11-01T00:00:00Z' },
  ],
  age: 'adult',
  ...overrides,
})

export const aSession = (me: Me = aMe()) => ({
  access: 'access-1',
  expiresIn: 900,
  refresh: 'refresh-1',
  refreshExpiresIn: 2_592_000,
  me,
})

export const anExport = (overrides: Partial<ExportResponse> = {}): ExportResponse => ({
  at: '2026-11-22T02:00:00Z',
  me: aMe(),
  sessions: [{ id: 's1', since: '2026-11-22T01:00:00Z', lastUsed: '2026-11-22T01:30:00Z' }],
  openid: 'o-of-this-program',
  points: [],
  ...overrides,
})

/** As the points domain exports a city: of its account only what the page reads. */
export const aHolding = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  region: '320800',
  isClosed: false,
  balance: 680,
  lots: { 2026: 680 },
  entries: [{ seq: 1 }, { seq: 2 }],
  orders: [],
  waitingFor: [],
  ...overrides,
})

/** On the phone since an earlier start. */
export function keepSession(on: typeof Phone, me: Me = aMe()): void {
  const { access, refresh } = aSession()
  const value = { access, accessUntil: Date.now() + 900_000, refresh, me }
  on.storage.set('fuyi.session', JSON.stringify({ v: 1, value }))
}

type Answers = Record<string, object | (() => object)>

/** Answers `POST /api/sessions` and the like as set; whatever else as before. `{ problem }` is a refusal. */
export function serve(on: typeof Phone, answers: Answers): void {
  const before = on.server
  on.server = async (sent) => {
    const answer = answers[`${sent.method} ${sent.url}`]
    if (!answer) return before(sent)
    const value = typeof answer === 'function' ? answer() : answer
    if (!('problem' in value)) return { statusCode: 200, data: JSON.stringify(value) }
    const status = value.problem === 'session-ended' || value.problem === 'unauthenticated' ? 401 : 400
    const about = 'about' in value ? value.about : undefined
    const problem = { type: 'x', title: 'x', status, code: value.problem, about }
    return { statusCode: status, data: JSON.stringify(problem) }
  }
}

/** `POST /api/sessions` of each request but those of the map. */
export const askedOf = (on: typeof Phone): string[] =>
  on.sent.map(({ method, url }) => `${method} ${url}`).filter((asked) => !asked.includes('/api/regions'))

/** Whoever opens the program said earlier that they are of age. */
export const asAdult = (phone: typeof Phone) => phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')

export const loggedIn =
  (me = aMe()) =>
  (phone: typeof Phone) => {
    asAdult(phone)
    keepSession(phone, me)
  }
