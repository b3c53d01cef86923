/** The local stack with the cloud's limits switched on: rates as the template has them, functions that are frozen. */
import { sessionResponseSchema } from '../../functions/identity/contract'
import { accountSchema, orderSchema } from '../../functions/points/contract'
import * as z from '../../functions/shared/zod'
import { demoGifts } from '../../infra/demo/gifts/gifts'
import { demoOutlet, demoRegion } from '../../infra/demo/people'
import { createThrottle, throttlesOf } from '../../infra/local/gateway/throttles'
import { type LocalStack, startStack } from '../../infra/local/stack'
import { uuidv7 } from '../../miniapp/src/shared/idempotency'
import { stackOf, synthExample } from './support'

describe('the rates of the gateway', () => {
  it('are the template’s: a route of its own, and one for all the others', async () => {
    const throttles = throttlesOf(stackOf(await synthExample('global'), 'api'))
    let now = 0
    const passes = createThrottle(throttles, () => now)
    const own = throttles.routes.get('ANY /api/sessions/tickets')
    expect(own?.burst).toBeGreaterThan(0)
    const many = (key: string, count: number) =>
      Array.from({ length: count }, () => passes(key)).filter(Boolean).length
    expect(many('ANY /api/sessions/tickets', 5000)).toBe(own?.burst)
    expect(many('ANY /api/regions', 5000)).toBe(throttles.usual.burst)
    expect(many('ANY /api/health', 1)).toBe(0)
    now += 1000
    expect(many('ANY /api/sessions/tickets', 5000)).toBe(own?.rate)
  }, 300_000)
})

describe('functions that are frozen between requests', () => {
  let stack: LocalStack
  const logged: string[] = []
  beforeAll(async () => {
    const cloudLimits = { freezes: true, throttles: true }
    stack = await startStack({
      ...{ pages: false, schedules: false, workers: 1, seed: ['places', 'points'], cloudLimits },
      onLog: (line) => logged.push(line),
    })
  }, 240_000)
  afterAll(() => stack?.stop())

  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const type: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await fetch(stack.url + path, { method, headers: { ...type, ...headers }, body: text })
    return { status: answer.status, json: await answer.json() }
  }

  it('answer although their connections were closed meanwhile', async () => {
    const code = stack.wechat.codeFor('citizen-1')
    const { access } = z.parse(sessionResponseSchema, (await ask('POST', '/api/sessions', {}, { code })).json)
    const as = { authorization: `Bearer ${access}` }
    const account = async () =>
      z.parse(accountSchema, (await ask('GET', `/api/points/account?region=${demoRegion}`, as)).json)
    const before = await account()
    const gift = demoGifts[0]
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) {
      const key = { 'idempotency-key': uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16))) }
      const ordered = await ask(
        'POST',
        '/api/orders',
        { ...as, ...key },
        { gift: gift?.id, outlet: demoOutlet },
      )
      const { id } = z.parse(orderSchema, ordered.json)
      statuses.push(ordered.status, (await ask('POST', `/api/orders/${id}/cancel`, as, {})).status)
      statuses.push((await ask('GET', `/api/regions/${demoRegion}/places`)).status)
    }
    expect(statuses.filter((status) => status >= 300)).toEqual([])
    expect((await account()).balance).toBe(before.balance)
    expect(logged.filter((line) => /request-crashed|unavailable/.test(line))).toEqual([])
  }, 300_000)
})
