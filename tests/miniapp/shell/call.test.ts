/** What is asked by an endpoint of the contract: the request is the endpoint's, and so are its failures. */
import { endpoint, noBody, noParams } from '@common/declaration/endpoint'
import { ok } from '@common/result'
import * as z from '@common/zod'
import { createCaller } from '@/shared/api/call'
import { createRequest, type RawRequest } from '@/shared/api/http'

const named = z.object({ name: z.string() })
const read = endpoint({
  method: 'GET',
  path: '/api/things/:id',
  access: 'public',
  params: z.object({ id: z.string() }),
  query: z.object({ region: z.string(), cursor: z.optional(z.string()) }),
  body: noBody,
  response: named,
  codes: ['unknown-gift'],
})
const make = endpoint({
  method: 'POST',
  path: '/api/things',
  access: 'person',
  idempotent: true,
  params: noParams,
  query: noParams,
  body: named,
  response: named,
  codes: ['sold-out'],
})
const close = endpoint({
  method: 'PUT',
  path: '/api/things/:id',
  access: 'known',
  params: z.object({ id: z.string() }),
  query: noParams,
  body: z.strictObject({}),
  response: named,
  codes: [],
})

/** A server that always answers so, and what it was asked. */
function server(status: number, body: unknown) {
  const asked: RawRequest[] = []
  const request = createRequest({
    async send(raw) {
      asked.push(raw)
      return ok({ status, headers: {}, text: JSON.stringify(body) })
    },
    wait: async () => {},
    random: () => 0.5,
    origin: 'https://fuyi.example',
    tokens: {
      person: () => 'lin',
      access: async () => ok('token'),
      renewed: async () => ok('token'),
    },
  })
  return { call: createCaller(request), asked }
}
const problem = (code: string, status: number) => ({ type: 'about:blank', title: 'x', status, code })

test('an endpoint that anybody may read is asked without a token, its path and query filled', async () => {
  const { call, asked } = server(200, { name: '伞' })
  const answer = await call(read, { params: { id: 'a/b' }, query: { region: '320800', cursor: undefined } })
  expect(answer).toEqual(ok({ name: '伞' }))
  expect(asked).toMatchObject([
    { url: 'https://fuyi.example/api/things/a%2Fb?region=320800', method: 'GET', headers: {} },
  ])
  expect(asked[0]?.headers.authorization).toBeUndefined()
})

test('what needs a person is asked with a token, with its body and its key', async () => {
  const { call, asked } = server(200, { name: '伞' })
  await call(make, { body: { name: '伞' }, key: 'k1' })
  expect(asked[0]).toMatchObject({
    method: 'POST',
    body: '{"name":"伞"}',
    headers: { authorization: 'Bearer token', 'idempotency-key': 'k1' },
  })
})

test('the reporter is sent only where asked for, and an empty body where one is needed', async () => {
  const { call, asked } = server(200, { name: '伞' })
  await call(close, { params: { id: 'a' } })
  await call(close, { params: { id: 'a' } }, { asPerson: true })
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer token'])
  expect(asked.map(({ body, method }) => [method, body])).toEqual([
    ['PUT', '{}'],
    ['PUT', '{}'],
  ])
})

test('a refusal is known by its code', async () => {
  const answer = await server(409, problem('sold-out', 409)).call(make, { body: { name: '伞' }, key: 'k' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'sold-out' } })
})

test('what this version has no words for is refused, and nothing was done', async () => {
  const answer = await server(409, problem('too-heavy', 409)).call(make, { body: { name: '伞' }, key: 'k' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } })
})
