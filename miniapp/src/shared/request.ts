/** The one way out to the server, on a real phone or browser, for whoever is logged in. */
import { err, ok, type Result } from '@common/result'
import { type Call, createRequest, type Failure } from './http'
import { network } from './send'
import { session } from './session'

export type { Call, Failure, FailureCode } from './http'
export { pathOf } from './http'

export const request = createRequest({ ...network, tokens: session })

/** A call without an ETag is always answered anew; a 304 to it is no answer. */
export async function ask<T>(call: Call<T>): Promise<Result<T, Failure>> {
  const answer = await request(call)
  if (!answer.ok) return answer
  return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
}
