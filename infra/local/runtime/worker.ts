/** One process of a function under AWS's own runtime client, and the runtime API that it talks to. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as z from '../../../functions/shared/zod'

export type FunctionSpec = {
  /** Physical name, e.g. `fuyi-local-places`. */
  name: string
  /** Folder of the bundle, as CDK would upload it. */
  code: string
  /** e.g. `index.handler` */
  handler: string
  memory: number
  timeoutSeconds: number
  environment: Record<string, string>
}

/** How an invocation ended: with a payload, with an exception of the handler, or without the process. */
export type Outcome =
  | { kind: 'answer'; payload: string }
  | { kind: 'error'; message: string }
  | { kind: 'timeout' }
  | { kind: 'crash' }

type Invocation = { id: string; event: string; settle: (outcome: Outcome) => void; timer?: NodeJS.Timeout }

export type Worker = {
  /** Resolves with null when the handler is loaded, or with why it could not be. */
  ready: Promise<string | null>
  /** One at a time: a second call before the first has ended is a mistake of the pool. */
  invoke: (id: string, event: string) => Promise<Outcome>
  ended: Promise<void>
  stop: () => Promise<void>
}

const runtimeClient = createRequire(__filename).resolve('aws-lambda-ric')
const errorSchema = z.object({ errorType: z.string(), errorMessage: z.string() })

/** @param onFreeze if given, the process is stopped between requests as Lambda stops it, and this is called each time */
export const startWorker = async (
  spec: FunctionSpec,
  onLog: (line: string) => void,
  onFreeze?: () => void,
): Promise<Worker> => {
  let waiting: ServerResponse | undefined
  let queued: Invocation | undefined
  let running: Invocation | undefined
  let settleReady: (failure: string | null) => void = () => {}
  const ready = new Promise<string | null>((done) => {
    settleReady = done
  })

  const hand = () => {
    if (!waiting || !queued) return
    if (onFreeze) child.kill('SIGCONT')
    running = queued
    waiting.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': running.id,
      'Lambda-Runtime-Deadline-Ms': String(Date.now() + spec.timeoutSeconds * 1000),
      'Lambda-Runtime-Invoked-Function-Arn': `arn:aws:lambda:local:000000000000:function:${spec.name}`,
      'Lambda-Runtime-Trace-Id': 'Root=1-00000000-000000000000000000000000;Sampled=0',
    })
    waiting.end(running.event)
    queued = undefined
    waiting = undefined
  }
  const settle = (outcome: Outcome) => {
    const done = running ?? queued
    running = undefined
    queued = undefined
    clearTimeout(done?.timer)
    done?.settle(outcome)
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    if (path.endsWith('/invocation/next')) {
      waiting = response
      settleReady(null)
      if (onFreeze && !queued) {
        child.kill('SIGSTOP')
        onFreeze()
      }
      return hand()
    }
    const body = await textOf(request)
    response.writeHead(202).end()
    if (path.endsWith('/init/error')) settleReady(describe(body))
    else if (path.endsWith('/error')) settle({ kind: 'error', message: describe(body) })
    else settle({ kind: 'answer', payload: body })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  // The client answers on the connection that it asked on: closed while a slow machine still works, it would reset that answer.
  server.keepAliveTimeout = 0
  const port = await listening(server)
  const child = launch(spec, port, onLog)
  let over = false
  let isTooLate = false
  const ended = new Promise<void>((done) => {
    child.once('close', (code) => {
      over = true
      settleReady(`the process ended with code ${code} before it could answer`)
      server.closeAllConnections()
      server.close(() => {
        // In this order: when the invocation's end is known, the process must already be out of the pool.
        done()
        settle({ kind: isTooLate ? 'timeout' : 'crash' })
      })
    })
  })
  return {
    ready,
    ended,
    invoke: (id, event) =>
      new Promise((done) => {
        if (over) return done({ kind: 'crash' })
        queued = { id, event, settle: done }
        queued.timer = setTimeout(() => {
          isTooLate = true
          child.kill('SIGKILL')
        }, spec.timeoutSeconds * 1000)
        hand()
      }),
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const launch = (spec: FunctionSpec, port: number, onLog: (line: string) => void): ChildProcess => {
  const child = spawn(process.execPath, ['--require', join(__dirname, 'rapid-client.cjs'), runtimeClient], {
    cwd: spec.code,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TZ: ':UTC',
      ...spec.environment,
      _HANDLER: spec.handler,
      LAMBDA_TASK_ROOT: spec.code,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      AWS_LAMBDA_FUNCTION_NAME: spec.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memory),
      AWS_LAMBDA_LOG_GROUP_NAME: spec.name,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    },
  })
  // A pipe to a process that has just ended: its end is reported by 'close'.
  child.stdin?.on('error', () => {})
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLog(line)
    })
  }
  return child
}

const listening = (server: Server): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const describe = (body: string): string => {
  try {
    const { errorType, errorMessage } = errorSchema.parse(JSON.parse(body))
    return `${errorType}: ${errorMessage.split('\n')[0]}`
  } catch {
    return 'an error of unknown shape'
  }
}
