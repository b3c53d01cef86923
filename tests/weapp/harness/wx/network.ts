/**
 * `wx.request` and the state of the network. Only listed domains are reached; the answer comes from
 * whatever the test put behind that domain, over real HTTP or from a function.
 */
import { isRecord, type Realm } from '../realm'
import type { Verdict } from '../verdict'
import { answer, createListeners, WxFailure } from './call'
import type { Person } from './person'

export interface Outgoing {
  readonly url: string
  readonly method: string
  /** Lower-case names. */
  readonly headers: Record<string, string>
  readonly body: string | undefined
}
export interface Incoming {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}
export type Backend = (request: Outgoing) => Promise<Incoming>

interface World {
  readonly realm: Realm
  readonly verdict: Verdict
  readonly person: Person
  /** Origins the mini-program may talk to, as configured in WeChat's console. */
  readonly domains: readonly string[]
  readonly backend: Backend
  /** Every request that left the phone. */
  readonly sent: Outgoing[]
  /** Called when a request starts and ends, so that a test can wait until none is pending. */
  readonly busy: (delta: 1 | -1) => void
}

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

export function networkApis(world: World) {
  const { realm, person } = world
  const changes = createListeners(realm, 'onNetworkStatusChange')
  const state = () => ({ networkType: person.network, isConnected: person.network !== 'none' })

  async function exchange(options: Record<string, unknown>, aborted: () => boolean) {
    const request = toOutgoing(options)
    if (!world.domains.includes(new URL(request.url).origin)) {
      world.verdict.report('forbidden domain', request.url)
      throw new WxFailure('url not in domain list', 600002)
    }
    if (person.network === 'none') throw new WxFailure('network is down', 600003)
    world.sent.push(request)
    world.busy(1)
    try {
      const response = await world.backend(request)
      if (aborted()) throw new WxFailure('abort')
      return toAnswer(realm, options, response)
    } finally {
      world.busy(-1)
    }
  }

  return {
    apis: {
      request: (given: unknown) => {
        let stopped = false
        // Documented: request gives its task, never a promise; a caller without callbacks gets no result.
        const options = { complete: () => undefined, ...(isRecord(given) ? given : {}) }
        answer(realm, 'request', options, (asked) => exchange(asked, () => stopped))
        return {
          abort: () => {
            stopped = true
          },
          onHeadersReceived: () => undefined,
          offHeadersReceived: () => undefined,
          onChunkReceived: () => undefined,
          offChunkReceived: () => undefined,
        }
      },
      getNetworkType: (options: unknown) =>
        answer(realm, 'getNetworkType', options, () => ({ networkType: person.network })),
      onNetworkStatusChange: changes.on,
      offNetworkStatusChange: changes.off,
    },
    /** The person walks into or out of a dead zone. */
    switchTo: (network: Person['network']) => {
      person.network = network
      changes.emit(state())
    },
  }
}

function toOutgoing(options: Record<string, unknown>): Outgoing {
  const { url, data } = options
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw new WxFailure('invalid url')
  const method = typeof options.method === 'string' ? options.method.toUpperCase() : 'GET'
  if (!methods.includes(method)) throw new WxFailure(`method is invalid: ${method}`)
  const given = isRecord(options.header) ? Object.entries(options.header) : []
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)])),
  }
  // Documented: a GET's data joins the query string, anything else becomes the body as its content type says.
  if (method === 'GET' || method === 'HEAD') {
    const target = new URL(url)
    if (isRecord(data))
      for (const [key, value] of Object.entries(data)) target.searchParams.append(key, String(value))
    return { url: target.toString(), method, headers, body: undefined }
  }
  if (data === undefined) return { url, method, headers, body: undefined }
  return { url, method, headers, body: typeof data === 'string' ? data : JSON.stringify(data) }
}

function toAnswer(realm: Realm, options: Record<string, unknown>, { status, headers, body }: Incoming) {
  return { statusCode: status, header: headers, cookies: [], data: toData(realm, options, body) }
}

function toData(realm: Realm, options: Record<string, unknown>, body: Uint8Array): unknown {
  if (options.responseType === 'arraybuffer') return realm.buffer(body)
  const text = Buffer.from(body).toString('utf8')
  if (options.dataType !== undefined && options.dataType !== 'json') return text
  // Documented: with dataType json the client tries JSON.parse and keeps the text where that fails.
  try {
    return realm.json(JSON.parse(text))
  } catch {
    return text
  }
}
