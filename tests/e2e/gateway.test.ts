/** The product over plain HTTP, as a proxy, a crawler or another program meets it. */
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { binzhou, huaian, origin } from './support/server'

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Bytes as they come: `fetch` would uncompress them. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(`${origin()}${path}`, { method, headers }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
    })
    sent.once('error', fail)
    sent.end(body)
  })
}

// Of the city that no other file changes: two answers of one are the same.
const catalogue = `/api/regions/${binzhou}/places`
const uncompress = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }

test.each(['br', 'gzip', 'identity'] as const)(
  'the catalogue comes as %s, and is not sent twice',
  async (coding) => {
    const first = await ask(catalogue, { 'accept-encoding': coding })
    expect(first.status).toBe(200)
    expect(first.headers['content-encoding'] ?? 'identity').toBe(coding)
    expect(first.headers.vary).toMatch(/accept-encoding/i)
    const read = JSON.parse(uncompress[coding](first.body).toString())
    expect(read.region.adcode).toBe(binzhou)

    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[^"]+"$/)
    const repeated = await ask(catalogue, { 'accept-encoding': coding, 'if-none-match': etag })
    expect(repeated.status).toBe(304)
    expect(repeated.headers.etag).toBe(etag)
    expect(repeated.body).toHaveLength(0)
  },
)

test('each coding has an ETag of its own, so that no cache mixes them up', async () => {
  const etags = await Promise.all(
    ['br', 'gzip', 'identity'].map(
      async (coding) => (await ask(catalogue, { 'accept-encoding': coding })).headers.etag,
    ),
  )
  expect(new Set(etags).size).toBe(3)
  const crossed = await ask(catalogue, { 'accept-encoding': 'gzip', 'if-none-match': String(etags[0]) })
  expect(crossed.status).toBe(200)
})

test('a HEAD has the headers of the GET and no body', async () => {
  const [get, head] = [await ask(catalogue), await ask(catalogue, {}, 'HEAD')]
  expect(head.status).toBe(200)
  expect(head.body).toHaveLength(0)
  for (const name of ['etag', 'content-type', 'cache-control', 'vary']) {
    expect(head.headers[name]).toBe(get.headers[name])
  }
})

test('another origin may read, and may not report in its visitors’ name', async () => {
  const from = { origin: 'https://example.com' }
  const read = await ask(
    catalogue,
    { ...from, 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' },
    'OPTIONS',
  )
  expect(read.status).toBe(204)
  expect(read.headers['access-control-allow-origin']).toBe('*')
  expect(read.headers['access-control-allow-headers']).toMatch(/if-none-match/i)
  expect((await ask(catalogue, from)).headers['access-control-allow-origin']).toBe('*')
  const write = await ask(
    `/api/places/${huaian}-32080290/reports`,
    { ...from, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    'OPTIONS',
  )
  expect(write.headers['access-control-allow-methods']).not.toContain('POST')
  expect(write.headers['access-control-allow-headers']).not.toMatch(/content-type/i)
})

test.each([
  ['/api/places/nearby?lng=119&lat=95', 400, 'lat'],
  ['/api/places/nearby?lng=119&lat=33.5&limit=abc', 400, 'limit'],
  ['/api/places/nearby?lng=119&lat=33.5&kind=casino', 400, 'kind'],
  ['/api/places/search?q=&region=320800', 400, 'q'],
])('%s is refused with the field’s name', async (path, status, field) => {
  const answer = await ask(path)
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = JSON.parse(answer.body.toString())
  expect(problem.code).toBe('invalid-request')
  expect(problem.errors[0].field).toContain(field)
})

test.each([
  ['/api/regions/999999/places', 404],
  ['/api/places/320800-99999999', 404],
  ['/api/places/%00', 400],
  ['/api/nothing', 404],
])('%s is answered with %i and says nothing of our insides', async (path, status) => {
  const answer = await ask(path)
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).not.toMatch(/stack|node_modules|\.ts:|dynamo/i)
})

test.each([
  ['broken JSON', { 'content-type': 'application/json' }, '{"fact":', 400],
  ['another content type', { 'content-type': 'text/plain' }, 'locked', 415],
  ['no content type', {}, '{"fact":"locked"}', 415],
  [
    'two megabytes',
    { 'content-type': 'application/json' },
    JSON.stringify({ fact: 'x'.repeat(2 ** 21) }),
    413,
  ],
])('a report of %s is refused', async (_, headers: Record<string, string>, body, status) => {
  const answer = await ask(`/api/places/${huaian}-32080290/reports`, headers, 'POST', body)
  expect(answer.status).toBe(status)
})

test('the page and its files keep strangers out: policy, no framing, no sniffing', async () => {
  const page = await ask('/')
  expect(page.status).toBe(200)
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  // Beside ourselves the bucket alone, which stands at a port of this machine.
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:*;")
  expect(policy).toContain("img-src 'self' data: http://127.0.0.1:*")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|http)|https:/)
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['referrer-policy']).toBeDefined()
  expect(page.headers['permissions-policy']).toContain('geolocation=(self)')
  expect(page.headers['cache-control']).toBe('no-cache')

  const script = /src="(\/js\/app\.[^"]+)"/.exec(page.body.toString())?.[1] ?? ''
  const file = await ask(script, { 'accept-encoding': 'br' })
  expect(file.headers['cache-control']).toContain('immutable')
  expect(file.headers['content-encoding']).toBe('br')
  const repeated = await ask(script, { 'accept-encoding': 'br', 'if-none-match': String(file.headers.etag) })
  expect(repeated.status).toBe(304)
})

test('the worker that keeps the program can be replaced at once, and names only files that are there', async () => {
  const worker = await ask('/sw.js')
  expect(worker.status).toBe(200)
  expect(worker.headers['content-type']).toContain('javascript')
  expect(worker.headers['cache-control']).not.toContain('immutable')
  const files: string[] = JSON.parse(/files\s?=\s?(\[.*?\])/.exec(worker.body.toString())?.[1] ?? '[]')
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect((await ask(file, {}, 'HEAD')).status).toBe(200)
})

test.each(['/no-such-file.js', '/../package.json', '/%2e%2e/%2e%2e/package.json', '/js/'])(
  'no file answers to %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

test('nothing is written to a page', async () => {
  expect((await ask('/', {}, 'POST', 'x')).status).toBe(405)
})
