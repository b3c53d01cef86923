import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPages } from '../../infra/local/gateway/pages'

describe('the H5 build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuyi-pages-'))
  let server: Server
  let url = ''
  beforeAll(async () => {
    mkdirSync(join(folder, 'site/js'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    writeFileSync(join(folder, 'site/index.html'), '<!doctype html><title>福驿</title>')
    writeFileSync(join(folder, 'site/js/app.1a2b3c4d.js'), 'a()\n'.repeat(500))
    writeFileSync(join(folder, 'site/icon.png'), Buffer.from([1, 2, 3]))
    server = createServer(
      createPages(join(folder, 'site'), { 'content-security-policy': "default-src 'none'" }),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(url + path, { method, headers })

  it('is revalidated each time, while files with a hash in their name are cached for ever', async () => {
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/js/app.1a2b3c4d.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/icon.png')).headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('is sent compressed where the client accepts it, with a Vary header', async () => {
    const br = await get('/js/app.1a2b3c4d.js', { 'accept-encoding': 'gzip, br' })
    expect([br.headers.get('content-encoding'), br.headers.get('vary')]).toEqual(['br', 'Accept-Encoding'])
    expect(await br.text()).toBe('a()\n'.repeat(500))
    const plain = await get('/js/app.1a2b3c4d.js', { 'accept-encoding': 'br;q=0, identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect((await get('/icon.png')).headers.get('content-encoding')).toBeNull()
  })

  it('is not sent again to a client that has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  })

  it('answers HEAD like GET without the body, and refuses other methods', async () => {
    const head = await get('/', {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })

  it.each(['/missing.js', '/..%2Fsecret.txt', '/js', '/%00', '/%zz'])('has nothing at %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([404, 'Not Found'])
  })

  it('carries the security headers on every answer', async () => {
    for (const path of ['/', '/icon.png', '/missing.js']) {
      expect((await get(path)).headers.get('content-security-policy')).toBe("default-src 'none'")
    }
  })
})
