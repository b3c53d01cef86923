/** Calls another function of ours and waits for its answer. Only this file knows Lambda's SDK. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { err, ok, type Result } from '../result'
import { mayWrite } from './checked-work'
import { timeLeft } from './deadline'

/** What the function answered, parsed; `unavailable` where it could not be reached, was throttled, or threw. */
export type Invoke = (payload: object) => Promise<Result<unknown, 'unavailable'>>

/** @param timeoutMs how long whoever asks can wait; less where less is left of its own time */
export const openFunction = (name: string, timeoutMs: number): Invoke => {
  // Once: what the other function did cannot be known from a lost answer.
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { connectionTimeout: 1_000 } })
  return async (payload) => {
    // What others do cannot be taken back either.
    await mayWrite()
    const limitMs = Math.min(timeoutMs, timeLeft())
    if (limitMs <= 0) return err('unavailable')
    try {
      const Payload = Buffer.from(JSON.stringify(payload))
      const command = new InvokeCommand({ FunctionName: name, Payload })
      const answer = await client.send(command, { abortSignal: AbortSignal.timeout(limitMs) })
      if (answer.FunctionError !== undefined || !answer.Payload) return err('unavailable')
      return ok(JSON.parse(new TextDecoder().decode(answer.Payload)))
    } catch {
      return err('unavailable')
    }
  }
}
