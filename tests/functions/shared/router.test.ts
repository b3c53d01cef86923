import type { Role } from '../../../functions/identity/contract'
import { createLogger } from '../../../functions/shared/aws/logger'
import { TableUnavailable } from '../../../functions/shared/aws/unavailable'
import { noBody, noParams, operation } from '../../../functions/shared/declaration/operation'
import { gatewayHandler } from '../../../functions/shared/http/lambda'
import { createRouter, route } from '../../../functions/shared/http/router'
import { err, ok } from '../../../functions/shared/result'
import * as z from '../../../functions/shared/zod'
import { callerOf } from '../../support/worlds/api'

const plain = { summary: '', params: noParams, query: noParams, body: noBody, codes: [] }
const answer = { schema: z.unknown(), description: '' }
const echo = operation({
  ...plain,
  method: 'GET',
  access: 'public' as const,
  path: '/echo',
  query: z.object({ one: z.optional(z.string()), many: z._default(z.array(z.string()), []) }),
  answer,
})
const take = operation({
  ...plain,
  method: 'POST',
  access: 'public' as const,
  path: '/echo',
  body: z.object({ text: z.string() }),
  answer,
})
const fail = operation({
  ...plain,
  method: 'GET',
  access: 'public' as const,
  path: '/fail',
  answer,
  codes: ['sold-out'],
})
const crash = operation({ ...plain, method: 'GET', access: 'public' as const, path: '/crash', answer })
const cut = operation({ ...plain, method: 'GET', access: 'public' as const, path: '/cut', answer })

const build = () => {
  const logged: string[] = []
  let now = 0
  const router = createRouter({
    routes: [
      route(echo, async ({ query }) => ok({ json: query })),
      route(take, async ({ body }) => ok({ json: body })),
      route(fail, async () => err({ code: 'sold-out', detail: 'Come back tomorrow.', retryAfter: 60 })),
      route(crash, async () => {
        throw new Error('the item of 13812345678 is broken')
      }),
      route(cut, async () => {
        throw new TableUnavailable('gone')
      }),
    ],
    problems: { 'sold-out': { status: 410, title: 'Sold out' } },
    log: createLogger({ clock: () => 0, write: (line) => logged.push(line) }),
    clock: () => now++,
    originVerify: undefined,
  })
  return {
    ...callerOf(gatewayHandler(router)),
    logged,
    lines: () => logged.map((line): unknown => JSON.parse(line)),
  }
}

describe('a route', () => {
  it('gets repeated parameters as a list, and a plus as a space', async () => {
    const { get } = build()
    expect((await get('/echo?many=a&many=b+c&one=%E6%B7%AE')).json()).toEqual({
      many: ['a', 'b c'],
      one: '淮',
    })
    expect((await get('/echo?many=a')).json()).toEqual({ many: ['a'] })
    expect((await get('/echo?&one=&')).json()).toEqual({ many: [], one: '' })
    expect((await get('/echo?one=a=b')).json()).toEqual({ many: [], one: 'a=b' })
  })

  it('answers a failure by its code, as a problem document', async () => {
    const answered = await build().get('/fail')
    expect(answered.status).toBe(410)
    expect(answered.headers).toMatchObject({ 'retry-after': '60', 'cache-control': 'no-store' })
    expect(answered.json()).toEqual({
      type: 'urn:fuyi:problem:sold-out',
      title: 'Sold out',
      status: 410,
      code: 'sold-out',
      detail: 'Come back tomorrow.',
      requestId: 'request-1',
    })
  })

  it('shares its path with other methods, and names them in a 405', async () => {
    const { call, get, post } = build()
    expect((await get('/echo')).status).toBe(200)
    expect((await post('/echo', { text: 'a' })).json()).toEqual({ text: 'a' })
    const refused = await call('PATCH', '/echo')
    expect(refused.status).toBe(405)
    expect(refused.headers.allow).toBe('GET, POST, HEAD, OPTIONS')
  })

  it('takes a body that came as base64, of exactly the largest size, and not a byte more', async () => {
    const { post } = build()
    const filled = (size: number) => `{"text":"${'x'.repeat(size - 11)}"}`
    expect((await post('/echo', filled(16 * 1024))).status).toBe(200)
    expect((await post('/echo', filled(16 * 1024 + 1))).status).toBe(413)
    expect((await post('/echo', { text: 'a' }, { isBase64Encoded: true })).json()).toEqual({ text: 'a' })
  })

  it('that crashes is 500, and neither answer nor log repeats what the exception said', async () => {
    const { get, logged, lines } = build()
    const answered = await get('/crash')
    expect(answered.status).toBe(500)
    expect(answered.json()).toMatchObject({ code: 'internal' })
    expect(lines()[0]).toMatchObject({
      level: 'error',
      code: 'request-crashed',
      route: '/crash',
      error: 'Error',
    })
    expect(logged.join() + answered.bytes.toString()).not.toContain('13812345678')
  })

  it('whose table cannot be reached is 503, to be tried again', async () => {
    const answered = await build().get('/cut')
    expect(answered.status).toBe(503)
    expect(answered.headers['retry-after']).toBe('1')
  })

  it('is logged by its pattern, with its time and its problem', async () => {
    const { get, lines } = build()
    await get('/echo?one=secret')
    await get('/echo?two=secret')
    await get('/nowhere/secret')
    expect(lines()).toMatchObject([
      {
        code: 'request-answered',
        requestId: 'request-1',
        method: 'GET',
        route: '/echo',
        status: 200,
        ms: 1,
      },
      { route: '/echo', status: 400, problem: 'invalid-request' },
      { route: 'unmatched', status: 404, problem: 'not-found' },
    ])
    expect(JSON.stringify(lines())).not.toContain('secret')
  })

  it('carries headers against sniffing, framing and referrers', async () => {
    const { headers } = await build().get('/echo')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-request-id': 'request-1',
    })
  })
})

describe('a request that did not come through our CloudFront', () => {
  const secret = 'the-secret'
  const asked = async (originVerify: string | undefined, header?: string) => {
    let done = 0
    const routes = [
      route(echo, async () => {
        done += 1
        return ok({ json: {} })
      }),
    ]
    const log = createLogger({ clock: () => 0, write: () => {} })
    const router = createRouter({ routes, problems: {}, log, clock: () => 0, originVerify })
    const headers: Record<string, string> = header === undefined ? {} : { 'x-origin-verify': header }
    const caller = callerOf(gatewayHandler(router))
    const answers = await Promise.all(['/echo', '/nowhere'].map((path) => caller.get(path, headers)))
    return { statuses: answers.map(({ status }) => status), last: answers[1]?.json(), done }
  }

  it.each([undefined, '', 'a-guess', 'the-secret-and-more', 'the-secre', 'undefined'])(
    'is refused at every path, and nothing is done, with %j for the secret',
    async (header) => {
      const { statuses, last, done } = await asked(secret, header)
      expect(statuses).toEqual([403, 403])
      expect(last).toMatchObject({ code: 'origin-refused', status: 403 })
      expect(done).toBe(0)
    },
  )

  it('is answered where a deployment has no CloudFront', async () => {
    expect(await asked(undefined)).toMatchObject({ statuses: [200, 404], done: 1 })
  })

  it('is refused, and one that did is answered, also while the secret is rotated on one side after the other', async () => {
    for (const [known, sent] of [
      [secret, secret],
      ['old,new', 'old'],
      ['old,new', 'old,new'],
      ['new', 'old,new'],
    ])
      expect(await asked(known, sent)).toMatchObject({ statuses: [200, 404], done: 1 })
    expect(await asked('new', 'old')).toMatchObject({ statuses: [403, 403], done: 0 })
    expect(await asked('', '')).toMatchObject({ statuses: [403, 403], done: 0 })
  })
})

describe('what was shown for one person', () => {
  const accesses = ['known', 'person', 'outlet', 'staff:gifts'] as const
  const person = 'a'.repeat(20)
  const roles: Role[] = [
    { kind: 'owner', region: '320800', outlets: ['320800-1'] },
    { kind: 'staff', region: '320800', powers: ['gifts'] },
  ]
  const asked = async (access: (typeof accesses)[number], headers: Record<string, string>) => {
    const open = operation({ ...plain, method: 'POST', access, path: '/open', region: 'handler', answer })
    let done = 0
    const router = createRouter({
      routes: [
        route(open, async () => {
          done += 1
          return ok({ json: {} })
        }),
      ],
      problems: {},
      sessions: {
        read: async (sent) =>
          ok(
            sent.get('authorization') === null
              ? null
              : { person, id: 's', roles, minor: false, generation: 0, letInAt: null },
          ),
        isRevoked: async () => false,
      },
      log: createLogger({ clock: () => 0, write: () => {} }),
      clock: () => 0,
      originVerify: undefined,
    })
    const { status, json } = await callerOf(gatewayHandler(router)).call('POST', '/open', { headers })
    return [status, z.parse(z.object({ code: z.optional(z.string()) }), json()).code, done]
  }
  const authorization = 'Bearer x'

  it.each(accesses)('is refused for another, whatever may be asked (%s)', async (access) => {
    expect(await asked(access, { authorization, 'acting-person': 'b'.repeat(20) })).toEqual([
      409,
      'another-person',
      0,
    ])
    expect(await asked(access, { authorization, 'acting-person': person })).toEqual([200, undefined, 1])
  })

  it.each(accesses)('is accepted from a program that does not send the header yet (%s)', async (access) => {
    expect(await asked(access, { authorization })).toEqual([200, undefined, 1])
  })

  it.each(accesses)(
    'that was shown to nobody is refused for whoever has logged in since (%s)',
    async (access) => {
      expect(await asked(access, { authorization, 'acting-person': 'nobody' })).toEqual([
        409,
        'another-person',
        0,
      ])
    },
  )

  it('that was shown to nobody is accepted from nobody', async () => {
    expect(await asked('known', { 'acting-person': 'nobody' })).toEqual([200, undefined, 1])
  })

  it('is refused for nobody', async () => {
    expect(await asked('known', { 'acting-person': person })).toEqual([409, 'another-person', 0])
  })
})
