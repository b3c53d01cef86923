/** The one way out to the server: what counts as an answer, what is tried again, what a failure says. */
import { ok, type Result } from '@common/result'
import * as z from '@common/zod'
import { createRequest, pathOf, type RawAnswer, type RawRequest } from '@/shared/http'

const schema = z.object({ name: z.string() })

type Sent = Result<RawAnswer, 'offline' | 'timeout'>

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Sent {
  return ok({ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) })
}
const problem = (code: string, more: object = {}) =>
  answer(400, { type: 'about:blank', title: 'x', status: 400, code, ...more })
const dead: Sent = { ok: false, error: 'offline' }

/** A server that gives these answers in turn, and what it was asked. */
function server(...answers: Sent[]) {
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
  })
  return { request, asked, waits }
}

test('an answer of the promised shape is given on with its tag', async () => {
  const { request, asked } = server(answer(200, { name: '淮安' }, { etag: '"7"' }))
  expect(await request({ path: '/api/regions', schema })).toEqual(
    ok({ state: 'new', value: { name: '淮安' }, etag: '"7"' }),
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
  ['a code from a newer server', problem('no-such-code-yet')],
])('%s is no answer', async (_, sent) => {
  const { request } = server(sent)
  expect(await request({ path: '/x', schema })).toEqual({ ok: false, error: { code: 'bad-answer' } })
})

test('a problem document is told by its code, its first field and its request', async () => {
  const { request } = server(
    problem('invalid-request', { requestId: 'r1', errors: [{ field: 'note', message: 'too long' }] }),
  )
  expect(await request({ path: '/x', schema })).toEqual({
    ok: false,
    error: { code: 'invalid-request', field: 'note', requestId: 'r1' },
  })
})

describe('trying again', () => {
  test('a GET that met a dead network is sent once more, after a random wait around 400 ms', async () => {
    const { request, asked, waits } = server(dead, answer(200, { name: '淮安' }))
    expect((await request({ path: '/x', schema })).ok).toBe(true)
    expect(asked).toHaveLength(2)
    expect(waits).toEqual([400])
  })

  test('a second failure is told', async () => {
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

  test('a POST is never sent twice: the person decides', async () => {
    const { request, asked } = server(dead)
    await request({ path: '/x', schema, body: { fact: 'locked' } })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', body: '{"fact":"locked"}' })
    expect(asked[0]?.headers['content-type']).toBe('application/json')
  })
})

test('an id is escaped in a path', () => {
  expect(pathOf('/api/places/:id/reports', { id: 'a/../b?' })).toBe('/api/places/a%2F..%2Fb%3F/reports')
})
