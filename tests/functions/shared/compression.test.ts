import { noBody, noParams, operation } from '../../../functions/shared/declaration/operation'
import { gatewayHandler } from '../../../functions/shared/http/lambda'
import { jsonResponse } from '../../../functions/shared/http/messages'
import { createRouter, route } from '../../../functions/shared/http/router'
import { err, ok } from '../../../functions/shared/result'
import * as z from '../../../functions/shared/zod'
import { callerOf } from '../../support/worlds/api'

const plain = { summary: '', params: noParams, query: noParams, body: noBody }
const answer = { schema: z.unknown(), description: '' }
const get = <const Path extends string>(path: Path) =>
  operation({ ...plain, method: 'GET', access: 'public', path, answer, codes: ['sold-out'] })

const large = { text: '福驿'.repeat(500) }
/** Above what is compressed on the spot. */
const huge = { text: '福驿'.repeat(50_000) }
/** Of exactly so many bytes as JSON. */
const ofBytes = (bytes: number) => 'x'.repeat(bytes - 2)
const picture = Uint8Array.from({ length: 5000 }, (_, i) => i % 7)

const api = callerOf(
  gatewayHandler(
    createRouter({
      routes: [
        route(get('/large'), async () => ok({ json: large })),
        route(get('/huge'), async () => ok({ json: huge })),
        route(get('/1024'), async () => ok({ json: ofBytes(1024) })),
        route(get('/1025'), async () => ok({ json: ofBytes(1025) })),
        route(get('/refused'), async () => err({ code: 'sold-out', detail: 'x'.repeat(2000) })),
        route(get('/picture'), async () =>
          ok({ response: { status: 200, headers: { 'content-type': 'image/jpeg' }, body: picture } }),
        ),
        route(get('/tagged'), async () =>
          ok({ response: jsonResponse(JSON.stringify(large), { etag: '"1-id"' }) }),
        ),
      ],
      problems: { 'sold-out': { status: 410, title: 'Sold out' } },
      log: () => {},
      clock: () => 0,
      originVerify: undefined,
    }),
  ),
)
const ask = (path: string, acceptEncoding?: string) =>
  api.get(path, acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding })

describe('an answer in JSON', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    [undefined, undefined],
  ])('of more than a kilobyte comes, where %j is accepted, as %j', async (accepted, coding) => {
    const { headers, bytes, json } = await ask('/large', accepted)
    expect(headers['content-encoding']).toBe(coding)
    expect(headers.vary).toBe('accept-encoding')
    expect(json()).toEqual(large)
    expect(bytes.length < 100).toBe(coding !== undefined)
  })

  it.each(['br', 'gzip'])('of some hundred kilobytes is compressed, too (%s)', async (coding) => {
    const { headers, bytes, json } = await ask('/huge', coding)
    expect(headers['content-encoding']).toBe(coding)
    expect(json()).toEqual(huge)
    expect(bytes.length).toBeLessThan(3000)
  })

  it('of a kilobyte is left as it is, and of a byte more is compressed', async () => {
    expect((await ask('/1024', 'br')).headers).not.toHaveProperty('content-encoding')
    expect((await ask('/1025', 'br')).headers).toHaveProperty('content-encoding', 'br')
  })

  it('that is a refusal is compressed too', async () => {
    const { status, headers, json } = await ask('/refused', 'br')
    expect([status, headers['content-type'], headers['content-encoding']]).toEqual([
      410,
      'application/problem+json',
      'br',
    ])
    expect(json()).toMatchObject({ code: 'sold-out' })
  })

  it('that carries a tag of its own bytes is left to whoever tagged it', async () => {
    const { headers, bytes } = await ask('/tagged', 'br')
    expect(headers).toMatchObject({ etag: '"1-id"' })
    expect(headers).not.toHaveProperty('content-encoding')
    expect(bytes.toString()).toBe(JSON.stringify(large))
  })

  it('has no body where only its head is asked for', async () => {
    const head = await api.call('HEAD', '/large', { headers: { 'accept-encoding': 'br' } })
    expect(head.bytes).toHaveLength(0)
    expect(head.headers.vary).toBe('accept-encoding')
  })
})

it('a picture is not compressed again', async () => {
  const { headers, bytes } = await ask('/picture', 'br')
  expect(headers).not.toHaveProperty('content-encoding')
  expect(bytes).toEqual(Buffer.from(picture))
})
