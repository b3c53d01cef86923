/** The one way out to the server: what counts as an answer, what is tried again, what a failure says. */
import { err, ok, type Result } from '@common/result'
import * as z from '@common/zod'
import { exhibitionStaffMessages } from '@/exhibition/desk/messages'
import { isOutcomeUnknown } from '@/shared/api/doubt'
import {
  createRequest,
  type Failure,
  pathOf,
  type RawAnswer,
  type RawRequest,
  type Tokens,
} from '@/shared/api/http'
import { addMessages } from '@/shared/messages'

const schema = z.object({ name: z.string() })

type Sent = Result<RawAnswer, 'offline' | 'timeout'>

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Sent {
  return ok({ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) })
}
const problem = (code: string, more: object = {}, status = 400) =>
  answer(status, { type: 'about:blank', title: 'x', status, code, ...more })
const dead: Sent = { ok: false, error: 'offline' }

/** A server that gives these answers in turn, and what it was asked. */
function server(...answers: Sent[]) {
  return serverOf(undefined, ...answers)
}

function serverOf(tokens: Tokens | undefined, ...answers: Sent[]) {
  const asked: RawRequest[] = []
  const waits: number[] = []
  const request = createRequest({
    async send(raw) {
      asked.push(raw)
      return answers[asked.length - 1] ?? dead
    },
    async wait(ms) {
      waits.push(ms)
    },
    random: () => 0.5,
    origin: 'https://fuyi.example',
    tokens,
  })
  return { request, asked, waits }
}

test('an answer of the promised shape is given on with its tag', async () => {
  const { request, asked } = server(answer(200, { name: '淮安' }, { etag: '"7"' }))
  expect(await request({ path: '/api/regions', schema })).toEqual(
    ok({ state: 'new', value: { name: '淮安' }, document: { name: '淮安' }, etag: '"7"' }),
  )
  expect(asked[0]).toMatchObject({ url: 'https://fuyi.example/api/regions', method: 'GET', timeout: 8000 })
})

test('what is kept is asked about by its tag, and a 304 says that it holds', async () => {
  const { request, asked } = server(answer(304, ''))
  expect(await request({ path: '/x', schema, etag: '"7"' })).toEqual(ok({ state: 'unchanged' }))
  expect(asked[0]?.headers['if-none-match']).toBe('"7"')
})

test.each([
  ['another shape', answer(200, { title: '淮安' })],
  ['a page of a hotel network', answer(200, '<html>请登录</html>')],
  ['a page of a proxy', answer(502, '<html>Bad gateway</html>')],
  ['a code from a newer server that broke down', problem('no-such-code-yet', {}, 500)],
])('%s is no answer', async (_, sent) => {
  const { request } = server(sent)
  expect(await request({ path: '/x', schema })).toEqual({ ok: false, error: { code: 'bad-answer' } })
})

test('a code from a newer server that refuses is a refusal: nothing was done', async () => {
  const { request } = server(problem('no-such-code-yet', { requestId: 'r1' }, 409))
  const answer = await request({ path: '/x', schema, body: {}, key: 'k' })
  expect(answer).toEqual({ ok: false, error: { code: 'refused', requestId: 'r1' } })
  expect(!answer.ok && isOutcomeUnknown(answer.error, false)).toBe(false)
})

test('a problem document gives its code, its first field and its request', async () => {
  const { request } = server(
    problem('invalid-request', { requestId: 'r1', errors: [{ field: 'note', message: 'too long' }] }),
  )
  expect(await request({ path: '/x', schema })).toEqual({
    ok: false,
    error: { code: 'invalid-request', field: 'note', requestId: 'r1' },
  })
})

test('a refusal hands on what stands now, for whoever wants to compare it with their own', async () => {
  addMessages(exhibitionStaffMessages)
  const current = { id: '371600-exhibit-a', revision: 2 }
  const { request } = server(problem('entry-conflict', { current }, 409))
  expect(await request({ path: '/x', schema })).toMatchObject({
    ok: false,
    error: { code: 'entry-conflict', current },
  })
})

describe('trying again', () => {
  test('a GET that met a dead network is sent once more, after a random wait around 400 ms', async () => {
    const { request, asked, waits } = server(dead, answer(200, { name: '淮安' }))
    expect((await request({ path: '/x', schema })).ok).toBe(true)
    expect(asked).toHaveLength(2)
    expect(waits).toEqual([400])
  })

  test('a second failure is shown', async () => {
    const { request, asked } = server(dead, { ok: false, error: 'timeout' })
    expect(await request({ path: '/x', schema })).toEqual({ ok: false, error: { code: 'timeout' } })
    expect(asked).toHaveLength(2)
  })

  test('a busy server is asked once more', async () => {
    const { request } = server(problem('unavailable'), answer(200, { name: '淮安' }))
    expect((await request({ path: '/x', schema })).ok).toBe(true)
  })

  test('a refusal is not asked again: it would be the same', async () => {
    const { request, asked } = server(problem('unknown-region'))
    await request({ path: '/x', schema })
    expect(asked).toHaveLength(1)
  })

  test('a POST without a key is never sent twice: the person decides', async () => {
    const { request, asked } = server(dead)
    await request({ path: '/x', schema, body: { fact: 'locked' } })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', body: '{"fact":"locked"}' })
    expect(asked[0]?.headers['content-type']).toBe('application/json')
  })
})

describe('an action under a key', () => {
  const order = { path: '/api/orders', schema, body: { gift: 'umbrella' }, key: 'k1' }

  test('is asked for again until its lost answer is heard, always under the same key', async () => {
    const { request, asked, waits } = server(
      { ok: false, error: 'timeout' },
      dead,
      answer(200, { name: '雨伞' }),
    )
    expect((await request(order)).ok).toBe(true)
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1', 'k1'])
    expect(waits).toEqual([400, 1600])
  })

  test.each([
    ['a function that was killed', answer(502, '{"message":"Internal Server Error"}')],
    ['a fault of ours', problem('internal', {}, 500)],
    ['an account that is busy', problem('account-busy', {}, 409)],
  ])('is asked for again after %s', async (_, broken) => {
    const { request } = server(broken, answer(200, { name: '雨伞' }))
    expect((await request(order)).ok).toBe(true)
  })

  test('is refused once', async () => {
    const { request, asked } = server(problem('sold-out', {}, 409))
    expect(await request(order)).toEqual(err({ code: 'sold-out' }))
    expect(asked).toHaveLength(1)
  })
})

describe('whoever is logged in', () => {
  const call = { path: '/api/me', schema, auth: true }
  const good = (token: string) => Promise.resolve(ok(token))
  const person = () => 'lin'
  const gone: Failure = { code: 'session-ended' }

  test('is known by a token, and only where the call asks for it', async () => {
    const tokens = { person, access: () => good('a1'), renewed: () => good('a2') }
    const { request, asked } = serverOf(tokens, answer(200, { name: 'me' }), answer(200, { name: '淮安' }))
    await request(call)
    await request({ path: '/api/regions', schema })
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer a1', undefined])
  })

  test('is named with every request that is theirs, for the server to compare', async () => {
    const tokens = { person, access: () => good('a1'), renewed: () => good('a2') }
    const { request, asked } = serverOf(tokens, answer(200, { name: 'me' }), answer(200, { name: '淮安' }))
    await request(call)
    await request({ path: '/api/regions', schema })
    expect(asked.map(({ headers }) => headers['acting-person'])).toEqual(['lin', undefined])
  })

  test('is sent as nobody where the screen was shown to nobody, so that the server refuses a token', async () => {
    const tokens = { person: () => null, access: () => good('a1'), renewed: () => good('a2') }
    const { request, asked } = serverOf(tokens, answer(200, { name: 'me' }))
    await request(call)
    expect(asked.map(({ headers }) => headers['acting-person'])).toEqual(['nobody'])
  })

  test('is who pressed, also for the tries after another has logged in', async () => {
    let now = 'lin'
    const tokens = {
      person: () => now,
      access: async (asker: string | null) =>
        asker === now ? ok('a1') : err({ code: 'another-person' as const }),
      renewed: () => good('a2'),
    }
    const order = { ...call, body: {}, key: 'k1' }
    const { request, asked } = serverOf(tokens, dead, answer(200, { name: 'me' }))
    const sent = request(order)
    now = 'zhou'
    // Nothing was sent in the other's name, and nobody knows whether the first try was carried out.
    expect(await sent).toEqual(err({ code: 'offline' }))
    expect(asked.map(({ headers }) => headers['acting-person'])).toEqual(['lin'])
  })

  test('is not shown as refused when only the try after a lost one was', async () => {
    const tokens = { person, access: () => good('a1'), renewed: () => Promise.resolve(err(gone)) }
    const order = { ...call, body: {}, key: 'k1' }
    const lost = serverOf(tokens, { ok: false, error: 'timeout' }, problem('unauthenticated', {}, 401))
    expect(await lost.request(order)).toEqual(err({ code: 'timeout' }))
    const refused = serverOf(tokens, problem('unauthenticated', {}, 401))
    expect(await refused.request(order)).toEqual(err(gone))
  })

  test('gets the next token when the server refuses this one, and asks once more', async () => {
    const used: string[] = []
    const tokens = {
      person,
      access: () => good('a1'),
      renewed: (token: string) => {
        used.push(token)
        return good('a2')
      },
    }
    const { request, asked } = serverOf(
      tokens,
      problem('unauthenticated', {}, 401),
      answer(200, { name: 'me' }),
    )
    expect((await request(call)).ok).toBe(true)
    expect(used).toEqual(['a1'])
    expect(asked[1]?.headers.authorization).toBe('Bearer a2')
  })

  test('is shown after a second refusal: it does not repeat for ever', async () => {
    const tokens = { person, access: () => good('a1'), renewed: () => good('a2') }
    const refused = problem('unauthenticated', {}, 401)
    const { request, asked } = serverOf(tokens, refused, refused, refused)
    expect(await request(call)).toEqual(err({ code: 'unauthenticated' }))
    expect(asked).toHaveLength(2)
  })

  test('learns that the session has ended', async () => {
    const tokens = { person, access: () => good('a1'), renewed: () => Promise.resolve(err(gone)) }
    const { request } = serverOf(tokens, problem('unauthenticated', {}, 401))
    expect(await request(call)).toEqual(err(gone))
  })

  test('sends nothing while nobody is', async () => {
    const { request, asked } = server()
    expect(await request(call)).toEqual(err({ code: 'unauthenticated' }))
    expect(asked).toEqual([])
  })
})

test('the word decides the method, a body the rest', async () => {
  const { request, asked } = server(
    answer(200, { name: 'x' }),
    answer(200, { name: 'x' }),
    answer(200, { name: 'x' }),
  )
  await request({ path: '/x', schema, method: 'DELETE' })
  await request({ path: '/x', schema, method: 'PUT', body: {} })
  await request({ path: '/x', schema, body: {} })
  expect(asked.map(({ method }) => method)).toEqual(['DELETE', 'PUT', 'POST'])
  expect(asked[0]?.headers).not.toHaveProperty('content-type')
})

test('a problem says when it happened and where it belongs, where its code promises that', async () => {
  const about = { at: '2026-11-22T01:02:03.000Z', place: '320800-1' }
  const { request } = server(problem('order-picked-up', { about }))
  expect(await request({ path: '/x', schema })).toMatchObject({ error: { about } })
})

test('what is asked beside the path is escaped, and what is not asked is left out', () => {
  expect(pathOf('/api/gifts', {}, { region: '320800', cursor: undefined, q: 'a b&c' })).toBe(
    '/api/gifts?region=320800&q=a%20b%26c',
  )
})

test('an id is escaped in a path', () => {
  expect(pathOf('/api/places/:id/reports', { id: 'a/../b?' })).toBe('/api/places/a%2F..%2Fb%3F/reports')
})
