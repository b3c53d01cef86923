import { domains } from '../../functions/domains'
import { apiBehaviors, apiPaths } from '../../infra/constructs/api-behaviors'

const cached = (path: string) => ({ method: 'GET' as const, path, cached: true as const })
const read = (path: string) => ({ method: 'GET' as const, path })
const write = (path: string) => ({ method: 'POST' as const, path })

describe('what CloudFront caches', () => {
  it('follows the operations of the domains, in the order in which CloudFront matches patterns', () => {
    expect(apiPaths).toEqual([
      { pattern: '/api/regions*', isCached: true },
      // A person's place in the queue for a gift; the gift itself is public.
      { pattern: '/api/gifts/*/waiting', isCached: false },
      { pattern: '/api/gifts*', isCached: true },
      { pattern: '/api/exhibition*', isCached: true },
      { pattern: '/api/*', isCached: false },
    ])
  })

  it('is a public read with the same answer for everybody', () => {
    const kept = domains.flatMap(({ operations }) => Object.values(operations)).filter(({ cached }) => cached)
    expect(kept.length).toBeGreaterThan(0)
    for (const { path, method, access } of kept)
      expect({ path, method, access }).toEqual({ path, method: 'GET', access: 'public' })
  })

  it('caches one operation and not the personal ones beside it', () => {
    const operations = [cached('/api/media/:id'), read('/api/media/:id/likes'), write('/api/media/:id/likes')]
    expect(apiBehaviors([...operations, read('/api/orders')])).toEqual([
      { pattern: '/api/media/*/likes', isCached: false },
      { pattern: '/api/media*', isCached: true },
      { pattern: '/api/*', isCached: false },
    ])
  })

  it('is decided by path alone: a path with a cached and an uncached answer stops the synthesis', () => {
    expect(() => apiBehaviors([cached('/api/media/:id'), write('/api/media/:id')])).toThrow(
      'CloudFront cannot tell what it may keep of /api/media/:id',
    )
    expect(() => apiBehaviors([read('/api/media/:id'), cached('/api/media/grid')])).toThrow(
      'CloudFront cannot tell what it may keep of /api/media/grid',
    )
    expect(() => apiBehaviors([cached('/api/media'), read('/api/mediators')])).not.toThrow()
  })
})
