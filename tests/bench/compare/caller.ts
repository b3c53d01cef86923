/** Calls a bundle in a process of its own and measures that process's time. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as z from '../../../functions/shared/zod'
import type { FunctionSpec } from '../../../infra/local/runtime/worker'

/** `ms` of processor time. */
export type Answered = { ms: number; statuses: number[] }
export type Caller = {
  /** What loading the bundle took, ms of processor time. */
  loadedMs: number
  call(events: readonly object[]): Promise<Answered>
  stop(): Promise<void>
}

const messageSchema = z.union([
  z.object({ error: z.string() }),
  z.object({ ms: z.number(), answers: z.array(z.looseObject({ statusCode: z.number() })) }),
])

export async function startCaller({ name, code, handler, environment }: FunctionSpec): Promise<Caller> {
  const child = fork(require.resolve('./call-bundle.cjs'), [code, handler], {
    env: { PATH: process.env.PATH, ...environment, AWS_LAMBDA_FUNCTION_NAME: name },
    execArgv: [],
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const next = async (): Promise<Answered> => {
    const gone = ended.then(() => {
      throw new Error(`the process of ${name} ended`)
    })
    const [raw] = await Promise.race([once(child, 'message'), gone])
    const message = z.parse(messageSchema, raw)
    if ('error' in message) throw new Error(`${name}: ${message.error}`)
    return { ms: message.ms, statuses: message.answers.map(({ statusCode }) => statusCode) }
  }
  const { ms: loadedMs } = await next()
  return {
    loadedMs,
    async call(events) {
      const answered = next()
      child.send([...events])
      return answered
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** Throws unless everything was answered with `status`. */
export function expectAll({ statuses }: Answered, status: number): void {
  const wrong = statuses.find((one) => one !== status)
  if (wrong !== undefined) throw new Error(`answered ${wrong}, not ${status}`)
}
