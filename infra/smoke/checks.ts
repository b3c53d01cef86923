/** The checks of `npm run smoke`, in the order in which a reader wants to know. */
import { healthResponseSchema } from '../../functions/meta/contract'
import { regionsResponseSchema } from '../../functions/places/contract'
import * as z from '../../functions/shared/zod'
import { alarms as alarmsMade } from '../watched'
import { type Answer, type Check, type Deployment, failed, judged, notChecked, ok } from './check'

/** Tokens and codes are judged by the clock; phones are often seconds off, and so is the way there and back. */
const mostSecondsApart = 30

const problemSchema = z.object({ code: z.string() })
const codeOf = ({ text }: Answer): string | null => {
  try {
    return problemSchema.parse(JSON.parse(text)).code
  } catch {
    return null
  }
}
const healthOf = ({ text }: Answer) => healthResponseSchema.parse(JSON.parse(text))
const header = ({ headers }: Answer, name: string) => headers.get(name) ?? ''

const answers: Check = {
  name: 'answers',
  look: async ({ url, ask }) => {
    const answer = await ask(`${url}/api/health`)
    return answer.status === 200
      ? ok(`build ${healthOf(answer).version}`)
      : failed(`/api/health is answered ${answer.status}`)
  },
}

const clock: Check = {
  name: 'clock',
  look: async ({ url, ask, clock }) => {
    const date = Date.parse(header(await ask(`${url}/api/health`), 'date'))
    if (Number.isNaN(date)) return failed('an answer names no date')
    const apart = Math.round(Math.abs(date - clock()) / 1000)
    return judged([apart > mostSecondsApart && `${apart} s apart from here`], `${apart} s apart from here`)
  },
}

const viewer: Check = {
  name: 'viewer address',
  look: async ({ url, ask }) => {
    const { viewer } = healthOf(await ask(`${url}/api/health`))
    return viewer === 'known'
      ? ok('functions know who calls')
      : failed('CloudFront does not tell the viewer’s address: every limit counts all callers as one')
  },
}

const caching: Check = {
  name: 'caching',
  look: async ({ url, ask }) => {
    const regions = await ask(`${url}/api/regions`)
    const health = await ask(`${url}/api/health`)
    const own = await ask(`${url}/api/me`)
    const city = cityIn(regions)
    const wrong = city === null ? [] : await revalidation(`${url}/api/regions/${city}/places`, ask)
    return judged(
      [
        !/public/.test(header(regions, 'cache-control')) && 'the list of cities may not be kept',
        ...wrong,
        !/no-store/.test(header(own, 'cache-control')) && 'a personal answer may be kept',
        [own, health].some((each) => /^hit/i.test(header(each, 'x-cache'))) &&
          'CloudFront answers for the functions where it should ask them',
      ],
      `public answers are kept${city === null ? '' : ' and revalidated'}, personal ones are not`,
    )
  },
}
/** One that has places; null before the first import. */
const cityIn = ({ text }: Answer): string | null =>
  regionsResponseSchema.parse(JSON.parse(text)).regions[0]?.adcode ?? null

const revalidation = async (address: string, ask: Deployment['ask']): Promise<string[]> => {
  const etag = header(await ask(address), 'etag')
  if (etag === '') return ['a city’s places have no ETag']
  const { status } = await ask(address, { headers: { 'if-none-match': etag } })
  return status === 304 ? [] : [`what has not changed is answered ${status}, not 304`]
}

const failures: Check = {
  name: 'failures',
  look: async ({ url, ask }) => {
    const address = `${url}/api/smoke-${Math.round(Math.random() * 1e9)}`
    const ids = [await ask(address), await ask(address)].map((each) => header(each, 'x-request-id'))
    return judged(
      [ids[0] === ids[1] && 'CloudFront keeps a failure: the second is the first'],
      'none is kept',
    )
  },
}

const compression: Check = {
  name: 'compression',
  look: async ({ url, ask }) => {
    const answer = await ask(`${url}/api/openapi.json`, { headers: { 'accept-encoding': 'br, gzip' } })
    const encoding = header(answer, 'content-encoding')
    return judged([encoding === '' && 'a long answer comes uncompressed'], encoding)
  },
}

const pageHeaders: Check = {
  name: 'page',
  look: async ({ url, ask }) => {
    const page = await ask(`${url}/`)
    if (page.status !== 200) return failed(`the page is answered ${page.status}`)
    const isByMeta = page.text.includes('http-equiv="Content-Security-Policy"')
    if (isByMeta)
      return judged(
        [!page.text.includes('self !== top') && 'the page may be shown in a frame'],
        'brings its content policy along (China)',
      )
    return judged(
      [
        !header(page, 'content-security-policy').includes("frame-ancestors 'none'") && 'no content policy',
        header(page, 'x-content-type-options') !== 'nosniff' && 'types are guessed',
        header(page, 'x-frame-options') !== 'DENY' && 'the page may be shown in a frame',
        url.startsWith('https:') && header(page, 'strict-transport-security') === '' && 'no HSTS',
      ],
      'security headers are there',
    )
  },
}

const refusals: Check = {
  name: 'refusals',
  look: async ({ url, ask }) => {
    const json = { 'content-type': 'application/json' }
    const expected: [string, number, Promise<Answer>][] = [
      ['an unknown path', 404, ask(`${url}/api/no/such/path`)],
      ['a personal path without a token', 401, ask(`${url}/api/me`)],
      ['a made-up token', 401, ask(`${url}/api/me`, { headers: { authorization: 'Bearer made-up' } })],
      ['a staff path without a token', 401, ask(`${url}/api/staff/roles?region=320800`)],
      [
        'a method that a path has not',
        405,
        ask(`${url}/api/health`, { method: 'PUT', headers: json, body: '{}' }),
      ],
      [
        'a login with no code',
        400,
        ask(`${url}/api/sessions`, { method: 'POST', headers: json, body: '{}' }),
      ],
    ]
    const wrong: string[] = []
    for (const [what, status, asked] of expected) {
      const answer = await asked
      if (answer.status !== status) wrong.push(`${what} is answered ${answer.status}, not ${status}`)
      else if (codeOf(answer) === null) wrong.push(`${what} is refused without a problem document`)
    }
    return judged(wrong, 'as the contracts say')
  },
}

const gatewayDoor: Check = {
  name: 'way round CloudFront',
  look: async ({ gateway, ask }) => {
    if (gateway === null)
      return notChecked('name the API’s own address with --gateway (output Url of the api stack)')
    const { status } = await ask(`${gateway}/api/health`)
    return judged(
      [status !== 403 && `the API’s own address answers ${status} to whoever finds it`],
      'is shut',
    )
  },
}

const logs: Check = {
  name: 'logs',
  look: async ({ url, ask, cloud }) => {
    if (!cloud) return notChecked('needs --stage and credentials of the account')
    const requestId = header(await ask(`${url}/api/health`), 'x-request-id')
    const lines = await cloud.logOf('meta', requestId)
    if (lines.length === 0) return failed('the log of meta does not name a request that it has just answered')
    return judged([lines.some((line) => !isEvent(line)) && 'a line is no JSON with a code'], 'arrive as JSON')
  },
}
const isEvent = (line: string): boolean => {
  try {
    return z.looseObject({ code: z.string() }).safeParse(JSON.parse(line)).success
  } catch {
    return false
  }
}

const alarms: Check = {
  name: 'alarms',
  look: async ({ cloud }) => {
    if (!cloud) return notChecked('needs --stage and credentials of the account')
    const all = await cloud.alarms()
    const disarmed = all.filter(({ isArmed }) => !isArmed).map(({ name }) => name)
    const ringing = all.filter(({ state }) => state === 'ALARM').map(({ name }) => name)
    return judged(
      [
        all.length < alarmsMade && `${all.length} alarms, and ${alarmsMade} were to be made`,
        disarmed.length > 0 && `nobody is told by ${disarmed.join(', ')}`,
        ringing.length > 0 && `ringing: ${ringing.join(', ')}`,
      ],
      `${all.length} armed`,
    )
  },
}

export const checks: readonly Check[] = [
  answers,
  clock,
  viewer,
  caching,
  failures,
  compression,
  pageHeaders,
  refusals,
  gatewayDoor,
  logs,
  alarms,
]
