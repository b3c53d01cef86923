import { createSourceReader } from '../../functions/shared/http/source'
import { edgeAddress, throughEdge } from '../../infra/local/gateway/edge'
import { answerOf, eventOf, type Incoming, pathOf } from '../../infra/local/gateway/event'
import { matchRoute, type Route } from '../../infra/local/gateway/routes'

const aRequest = (overrides: Partial<Incoming> = {}): Incoming => ({
  method: 'GET',
  rawUrl: '/api/places/nearby',
  headers: { host: 'localhost:8787' },
  cookies: [],
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  requestId: 'r-1',
  time: 0,
  ...overrides,
})
const eventFor = (overrides: Partial<Incoming>) => {
  const request = aRequest(overrides)
  return eventOf(request, pathOf(request.rawUrl) ?? '', { routeKey: '$default', pathParameters: {} })
}
const aRoute = (key: string): Route => {
  const [method = '', path = ''] = key.split(' ')
  return { key, method, path, functionId: key }
}

describe('an event of the local gateway', () => {
  it('has the path decoded and the query as it was written', () => {
    expect(eventFor({ rawUrl: '/api/places/%E6%B7%AE?q=%E6%B7%AE&kind=hall&kind=outlet' })).toMatchObject({
      rawPath: '/api/places/淮',
      rawQueryString: 'q=%E6%B7%AE&kind=hall&kind=outlet',
      queryStringParameters: { q: '淮', kind: 'hall,outlet' },
    })
  })

  it('carries JSON as text and any other body as base64', () => {
    const body = Buffer.from('{"a":1}')
    const json = { 'content-type': 'application/json; charset=utf-8' }
    expect(eventFor({ method: 'POST', headers: json, body })).toMatchObject({
      body: '{"a":1}',
      isBase64Encoded: false,
    })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(eventFor({ method: 'POST', headers: form, body })).toMatchObject({
      body: body.toString('base64'),
      isBase64Encoded: true,
    })
  })

  it('is not made of a path that no percent-encoding gives', () => {
    expect(pathOf('/api/places/%zz')).toBeNull()
    expect(pathOf('/api/places/%00')).toBe('/api/places/\0')
  })
})

describe('CloudFront before the local gateway', () => {
  const viewer = { address: '2001:db8::9', port: 50_123 }
  const call = '/api/places/1/reports'
  const sent = {
    host: 'localhost:8787',
    'accept-encoding': 'br',
    'acting-person': 'p',
    authorization: 'Bearer t',
    'idempotency-key': 'k',
    'x-own': 'mine',
    'x-forwarded-for': '1.1.1.1',
    'cloudfront-viewer-address': '1.1.1.1:1',
    'x-origin-verify': 'a-guess',
  }

  it.each(['appended', 'edge'] as const)(
    'sends the viewer’s address, whatever the caller writes, where the gateway shows %s',
    (forwardedFor) => {
      const headers = throughEdge(sent, call, viewer, { originVerify: 's', forwardedFor })
      expect(headers).toMatchObject({
        'cloudfront-viewer-address': '2001:db8::9:50123',
        'x-origin-verify': 's',
        'acting-person': 'p',
        authorization: 'Bearer t',
        'idempotency-key': 'k',
      })
      const { log, read } = sourceReader()
      expect(read(new Headers(headers), edge)).toEqual({
        network: '2001:db8:0:0/56',
        site: '2001:db8:0/48',
      })
      expect(log).toEqual([])
    },
  )

  it('shows the edge alone, or the edge behind what the caller wrote', () => {
    const shown = (forwardedFor: 'appended' | 'edge') =>
      throughEdge(sent, call, viewer, { originVerify: 's', forwardedFor })['x-forwarded-for']
    expect(shown('edge')).toBe('130.176.0.1')
    expect(shown('appended')).toBe('1.1.1.1, 2001:db8::9, 130.176.0.1')
  })

  it('forwards only the headers of its behavior: on cached paths the viewer and no token', () => {
    expect(throughEdge(sent, call, viewer, { originVerify: 's' })).not.toHaveProperty('x-own')
    const kept = throughEdge(sent, '/api/regions?x=1', viewer, { originVerify: 's' })
    expect(Object.keys(kept).sort()).toEqual([
      'accept-encoding',
      'cloudfront-viewer-address',
      'host',
      'user-agent',
      'x-forwarded-for',
      'x-origin-verify',
    ])
  })

  it('without the viewer’s address makes everybody one unknown source', () => {
    const headers = throughEdge(sent, call, viewer, { originVerify: 's', tellsViewer: false })
    const { log, read } = sourceReader()
    expect(read(new Headers(headers), edge).network).toBe('unknown')
    expect(log).toEqual(['source-unknown'])
  })

  const edge = { requestId: 'r', sourceIp: edgeAddress }
  const sourceReader = () => {
    const log: string[] = []
    return { log, read: createSourceReader({ originVerify: 's', log: (code) => log.push(code) }) }
  }
})

describe('an answer of a function', () => {
  it('may be base64, as compressed catalogues are', () => {
    const payload = { statusCode: 200, headers: { ETag: '"1"' }, body: 'aGk=', isBase64Encoded: true }
    expect(answerOf(JSON.stringify(payload))).toEqual({
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', etag: '"1"' },
      body: Buffer.from('hi'),
    })
  })

  it('without a status is the body itself', () => {
    expect(answerOf('{"ok":true}')).toMatchObject({ status: 200, body: Buffer.from('{"ok":true}') })
  })

  it('of an unknown shape is refused', () => {
    expect(answerOf('{"statusCode":"200"}')).toBeNull()
    expect(answerOf('{"statusCode":200,"body":{}}')).toBeNull()
  })
})

describe('a route is chosen', () => {
  const routes = ['ANY /api/places/{id}', 'ANY /api/places/nearby', 'GET /api/places/{id}', '$default'].map(
    aRoute,
  )
  const chosen = (method: string, path: string) => matchRoute(routes, method, path)?.routeKey

  it('by its fixed words before its parameters', () => {
    expect(chosen('GET', '/api/places/nearby')).toBe('ANY /api/places/nearby')
  })

  it('by its own method before any', () => {
    expect(chosen('GET', '/api/places/1')).toBe('GET /api/places/{id}')
    expect(chosen('HEAD', '/api/places/1')).toBe('ANY /api/places/{id}')
  })

  it('as the default where nothing else matches', () => {
    expect(chosen('GET', '/api/places/')).toBe('$default')
    expect(chosen('GET', '/api/places/1/2')).toBe('$default')
  })

  it('with the values of its parameters', () => {
    expect(matchRoute(routes, 'GET', '/api/places/320800-1')?.pathParameters).toEqual({ id: '320800-1' })
  })
})

/** The routes and requests of API Gateway's Developer Guide, "Create routes for HTTP APIs". */
describe('a route with a greedy path variable', () => {
  const documented = [
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'GET /pets/{proxy+}',
    'ANY /{proxy+}',
    '$default',
  ].map(aRoute)

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
  ])('is chosen for %s %s as the documentation says: %s', (method, path, key) => {
    expect(matchRoute(documented, method, path)?.routeKey).toBe(key)
  })

  const routes = ['ANY /api/a/{proxy+}', 'ANY /api/a/b/{proxy+}', 'ANY /api/a/{id}/c', '$default'].map(aRoute)
  const chosen = (path: string) => matchRoute(routes, 'GET', path)?.routeKey

  it('comes after every full match, however many parameters that has', () => {
    expect(chosen('/api/a/b/c')).toBe('ANY /api/a/{id}/c')
  })

  it('comes before another greedy one that is shorter', () => {
    expect(chosen('/api/a/b/d/e')).toBe('ANY /api/a/b/{proxy+}')
    expect(chosen('/api/a/x/d/e')).toBe('ANY /api/a/{proxy+}')
  })

  it('takes at least one segment', () => {
    expect(chosen('/api/a')).toBe('$default')
    expect(chosen('/api/a/')).toBe('$default')
    expect(chosen('/api/a/b')).toBe('ANY /api/a/{proxy+}')
  })

  it('passes on the segments that it took', () => {
    expect(matchRoute(routes, 'GET', '/api/a/x/y')?.pathParameters).toEqual({ proxy: 'x/y' })
  })
})
