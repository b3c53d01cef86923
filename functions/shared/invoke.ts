/** Calls another function of ours and waits for its answer. Only this file knows Lambda's SDK. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { err, ok, type Result } from './result'

/** What the function answered, parsed; `unavailable` where it could not be reached, was throttled, or threw. */
export type Invoke = (payload: object) => Promise<Result<unknown, 'unavailable'>>

/** @param timeoutMs how long whoever asks can wait */
export const openFunction = (name: string, timeoutMs: number): Invoke => {
  // Once: what the other function did cannot be known from a lost answer.
  const requestHandler = { connectionTimeout: 1_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true }
  const client = new LambdaClient({ maxAttempts: 1, requestHandler })
  return async (payload) => {
    try {
      const Payload = Buffer.from(JSON.stringify(payload))
      const answer = await client.send(new InvokeCommand({ FunctionName: name, Payload }))
      if (answer.FunctionError !== undefined || !answer.Payload) return err('unavailable')
      return ok(JSON.parse(new TextDecoder().decode(answer.Payload)))
    } catch {
      return err('unavailable')
    }
  }
}
