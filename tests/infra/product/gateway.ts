import { startStack } from '../../../infra/local/stack'
import type { Product } from './product'

/** What the local gateway does for every function. */
export const gatewayWalks = ({ stack, dataDir }: Product) => {
  const ask = (path: string, init?: RequestInit) => fetch(stack().url + path, init)

  it('runs the bundles of the cloud behind the routes of the template', async () => {
    const answer = await ask('/api/health')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, version: expect.any(String), viewer: 'known' },
    ])
    const unknown = await ask('/api/no/such/path')
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('answers HEAD without a body and lets the function answer OPTIONS', async () => {
    const head = await ask('/api/regions', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await ask('/api/regions', { method: 'OPTIONS' })).headers.get('allow')).toContain('GET')
  })

  it('refuses more than ten megabytes before any function sees them', async () => {
    const answer = await ask('/api/places/320800-1/reports', {
      method: 'POST',
      body: Buffer.alloc(11 * 1024 * 1024),
    })
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }])
  })

  it('refuses a second run on the same data', async () => {
    await expect(startStack({ dataDir, seed: false, pages: false })).rejects.toThrow(
      /^Another run is using the data/,
    )
  })
}
