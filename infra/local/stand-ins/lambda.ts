/** Lambda's Invoke (AWS Lambda API Reference), by which one function of ours asks another and waits for its answer. */
import type { LocalFunction } from '../runtime/functions'
import { type Answer, type StandInServer, startServer } from './server'

/** Name of the function in the path of an Invoke; empty in any other. */
export const invokedIn = (path: string): string =>
  decodeURIComponent(/^\/?2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path)?.[1] ?? '')

/** @param functions by physical name; they may start after this */
export const startLambda = (functions: ReadonlyMap<string, LocalFunction>): Promise<StandInServer> =>
  startServer(async ({ url = '' }, body) => {
    const called = functions.get(invokedIn(url))
    if (!called) return failed(404, 'ResourceNotFoundException', `Function not found: ${url}`)
    const outcome = await called.invoke(body)
    if (outcome.kind === 'answer') return answered(outcome.payload)
    const errorMessage =
      outcome.kind === 'error' ? outcome.message : `the function ended by a ${outcome.kind}`
    return answered(JSON.stringify({ errorMessage }), { 'x-amz-function-error': 'Unhandled' })
  })

const answered = (body: string, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  body,
})

const failed = (status: number, type: string, Message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
  body: JSON.stringify({ Type: 'User', Message }),
})
