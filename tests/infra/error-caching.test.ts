/** CloudFront before the functions, and what it does with a failure, as the local run plays it. */
import { createGateway } from '../../infra/local/gateway/gateway'
import { type Listening, listen } from '../../infra/local/gateway/listen'
import type { LocalFunction } from '../../infra/local/runtime/functions'
import type { Outcome } from '../../infra/local/runtime/worker'

const answer = (statusCode: number, body: string): Outcome => ({
  kind: 'answer',
  payload: JSON.stringify({ statusCode, headers: { 'cache-control': 'no-store' }, body }),
})

describe('a failure of a function', () => {
  let door: Listening
  let outcomes: Outcome[]
  const routes = [{ key: '$default', method: '', path: '', functionId: 'f' }]
  const failing: LocalFunction = {
    spec: { name: 'f', code: '', handler: '', memory: 128, timeoutSeconds: 1, environment: {} },
    invoke: async () => outcomes.shift() ?? answer(200, 'well again'),
    stop: async () => {},
  }
  const through = (errorCaching?: ReadonlyMap<number, number>) => {
    const functions = new Map([['f', failing]])
    door.answerWith(createGateway({ routes, functions, edge: { originVerify: 's', errorCaching } }))
  }
  const ask = async (path: string, token = 'a') => {
    const response = await fetch(door.url + path, { headers: { authorization: token } })
    return `${response.status} ${await response.text()}`
  }
  const none = new Map([404, 500, 501, 502, 503, 504].map((status) => [status, 0]))

  beforeEach(async () => {
    door = await listen(0)
    outcomes = []
  })
  afterEach(() => door.stop())

  it('is cached by CloudFront despite no-store, unless the distribution is configured otherwise', async () => {
    through()
    outcomes = [answer(503, 'busy')]
    expect([await ask('/api/regions'), await ask('/api/regions', 'b')]).toEqual(['503 busy', '503 busy'])
  })

  it('is sent to one request only by the distribution as it is configured', async () => {
    through(none)
    outcomes = [answer(503, 'busy'), { kind: 'timeout' }, answer(404, 'unknown')]
    expect(await ask('/api/regions')).toBe('503 busy')
    expect(await ask('/api/regions')).toContain('503')
    expect(await ask('/api/regions')).toBe('404 unknown')
    expect(await ask('/api/regions')).toBe('200 well again')
  })

  it('of one person is not sent to another even where failures are cached', async () => {
    through()
    outcomes = [answer(500, 'for a')]
    expect(await ask('/api/points/account?region=320800', 'a')).toBe('500 for a')
    expect(await ask('/api/points/account?region=320800', 'b')).toBe('200 well again')
    expect(await ask('/api/points/account?region=320800', 'a')).toBe('500 for a')
  })

  it('is never the answer to a write', async () => {
    through()
    outcomes = [answer(500, 'lost')]
    const post = () => fetch(`${door.url}/api/reports`, { method: 'POST' })
    expect([(await post()).status, (await post()).status]).toEqual([500, 200])
  })
})
