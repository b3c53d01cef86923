/** The one way out to the server, on a real phone or browser, for whoever is logged in. */
import { err, ok, type Result } from '@common/result'
import { session } from '../session/session'
import { createCaller } from './call'
import { type Call, createRequest, type Failure } from './http'
import { network } from './send'

export { callOf } from './call'
export type { Call, Failure, FailureCode } from './http'

export const request = createRequest({ ...network, tokens: session })

/** As whoever is logged in, where the endpoint is not for everybody. */
export const call = createCaller(request)

/** A call without an ETag is always answered anew; a 304 to it is no answer. */
export async function ask<T>(call: Call<T>): Promise<Result<T, Failure>> {
  const answer = await request(call)
  if (!answer.ok) return answer
  return answer.value.state === 'new' ? ok(answer.value.value) : err({ code: 'bad-answer' })
}
