/** What is about a person is kept by no cache and read by no other site's page. */
import { answeredAs, everything, type Listed, send } from '../../support/stage/requests'
import { setUp, whoMay, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const isPersonal = ({ operation }: Listed) => operation.access !== 'public' || operation.method !== 'GET'
// Lin is still needed for the others.
const [lasting, last] = [
  everything.filter(({ endsWhoAsks }) => !endsWhoAsks),
  everything.filter(({ endsWhoAsks }) => endsWhoAsks),
]

const openings = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
]
const safe = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

const headersOf = (headers: Record<string, string>) => ({
  cache: headers['cache-control'],
  opened: openings.filter((name) => name in headers),
  cookie: headers['set-cookie'],
})
const closed = { cache: 'no-store', opened: [], cookie: undefined }

describe('an answer about a person', () => {
  it('is cached nowhere and readable by no other site, whether answered or refused', async () => {
    const { scene } = await setUp(database, wechat)
    for (const one of [...lasting, ...last].filter(isPersonal)) {
      const who = one.name === 'deleteMe' ? await scene.stage.enter('oLeaving-0001') : whoMay(scene, one)
      const request = await one.ask(scene, who)
      const from = { origin: 'https://elsewhere.example' }
      const mistaken = {
        ...request,
        target: `${request.target}${request.target.includes('?') ? '&' : '?'}x=1`,
      }
      const answers = [
        await send(scene, one, mistaken, null, { ...from, authorization: 'Bearer none' }),
        await send(scene, one, mistaken, who.session, from),
        await send(scene, one, request, who.session, from),
      ]
      for (const { headers } of answers) {
        expect({ name: one.name, ...headersOf(headers) }).toEqual({ name: one.name, ...closed })
        expect(headers).toMatchObject(safe)
      }
      const refused = one.operation.access === 'public' ? 400 : 401
      expect([one.name, ...answers.map(({ status }) => status)]).toEqual([
        one.name,
        refused,
        400,
        answeredAs(one),
      ])
    }
  })

  it('is not opened by HEAD, and no preflight lets a token or a body through', async () => {
    const { scene, stage } = await setUp(database, wechat)
    for (const one of lasting.filter(({ operation }) => operation.access !== 'public')) {
      const who = whoMay(scene, one)
      const { target } = await one.ask(scene, who)
      const authorization = `Bearer ${who.session.access}`
      if (one.operation.method === 'GET') {
        const head = await stage.call(one.domain, 'HEAD', target, { headers: { authorization } })
        expect(headersOf(head.headers)).toEqual(closed)
      }
      const { headers, status } = await stage.call(one.domain, 'OPTIONS', target, {
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': one.operation.method,
          'access-control-request-headers': 'authorization, content-type, idempotency-key',
        },
      })
      expect(status).toBe(204)
      expect(headers['access-control-allow-headers']).toBe('if-none-match')
      expect(headers['access-control-allow-methods']).toBe('GET, HEAD')
      expect(headers['access-control-allow-credentials']).toBeUndefined()
    }
  })
})
