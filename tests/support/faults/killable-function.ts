/**
 * A function under AWS's own runtime client that is killed in the middle of its work. Between it and the database stands a
 * proxy, so that it is killed at a certain moment: before a request is passed on, or after it was done and before anyone
 * hears of it.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { GatewayHandler } from '../../../functions/shared/http/lambda'
import * as z from '../../../functions/shared/zod'
import { type FunctionSpec, startWorker, type Worker } from '../../../infra/local/runtime/worker'
import type { Random } from '../samples/random'

export type Kills = { before: number; after: number }
export type KillableFunction = {
  handler: GatewayHandler
  kills: Kills
  logged: string[]
  stop: () => Promise<void>
}

export type KillableFunctionOptions = {
  /** Without the endpoint of its database. */
  spec: FunctionSpec
  /** Of the database. */
  endpoint: string
  random: Random
  /** Of how many invocations one is killed in the middle. */
  oneIn: number
}

/** Which request to the database is the last, counted from now; null: none. */
type KillPoint = { last: number; when: keyof Kills } | null
type Instance = { worker: Worker; killPoint: KillPoint; stop: () => Promise<void> }

/** Most requests that one invocation makes of the database. */
const mostRequests = 7

export const startKillableFunction = async ({
  spec,
  endpoint,
  random,
  oneIn,
}: KillableFunctionOptions): Promise<KillableFunction> => {
  const kills: Kills = { before: 0, after: 0 }
  const logged: string[] = []
  const idle: Instance[] = []
  const all = new Set<Instance>()

  const begin = async (): Promise<Instance> => {
    const kill = (when: keyof Kills) => {
      kills[when]++
      instance.killPoint = null
      instance.worker.stop()
    }
    const proxy = await listening(async (request, respond) => {
      const body = await bodyOf(request)
      const { killPoint } = instance
      if (killPoint) killPoint.last--
      const isLast = killPoint !== null && killPoint.last < 0
      if (isLast && killPoint.when === 'before') return kill('before')
      const answer = await passOn(endpoint, request, body)
      if (isLast) return kill('after')
      respond(answer)
    })
    const environment = {
      ...spec.environment,
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${portOf(proxy)}`,
    }
    const worker = await startWorker({ ...spec, environment }, (line) => logged.push(line))
    const stop = async () => {
      all.delete(instance)
      await worker.stop()
      proxy.closeAllConnections()
      proxy.close()
    }
    const instance: Instance = { worker, killPoint: null, stop }
    all.add(instance)
    const failure = await worker.ready
    if (failure !== null) throw new Error(`the bundle does not start: ${failure}`)
    return instance
  }

  let requests = 0
  return {
    kills,
    logged,
    handler: async (event) => {
      const instance = idle.pop() ?? (await begin())
      const isKilled = random.chance(1 / oneIn)
      const when = random.chance(0.5) ? 'before' : 'after'
      instance.killPoint = isKilled ? { last: random.between(0, mostRequests - 1), when } : null
      const outcome = await instance.worker.invoke(`request-${++requests}`, JSON.stringify(event))
      instance.killPoint = null
      if (outcome.kind === 'answer') {
        idle.push(instance)
        return z.parse(resultSchema, JSON.parse(outcome.payload))
      }
      await instance.stop()
      if (outcome.kind !== 'crash') throw new Error(`the function ended by ${outcome.kind}`)
      return lost
    },
    stop: async () => {
      await Promise.all([...all].map((instance) => instance.stop()))
    },
  }
}

const resultSchema = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
})
/** What the gateway says where no answer came. */
const lost = {
  statusCode: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: 'Internal Server Error' }),
  isBase64Encoded: false,
}

type Passed = { status: number; headers: Record<string, string>; body: Buffer }

const listening = (
  answer: (request: IncomingMessage, respond: (passed: Passed) => void) => Promise<void>,
): Promise<Server> =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      const respond = ({ status, headers, body }: Passed) => response.writeHead(status, headers).end(body)
      answer(request, respond).catch(() => response.destroy())
    })
    server.listen(0, '127.0.0.1', () => done(server))
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const passOn = async (endpoint: string, { headers }: IncomingMessage, body: Buffer): Promise<Passed> => {
  const kept = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization', 'x-amz-content-sha256']
  const sent = Object.fromEntries(
    kept.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])),
  )
  const answer = await fetch(endpoint, { method: 'POST', headers: sent, body: new Uint8Array(body) })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0'
  return {
    status: answer.status,
    headers: { 'content-type': type, 'content-length': String(bytes.length) },
    body: bytes,
  }
}
