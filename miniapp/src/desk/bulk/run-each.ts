/** One action on several things: each is answered by itself. */
import type { Result } from '@common/result'
import type { Failure } from '@/shared/request'

export type Outcome = { done: string[]; failed: { id: string; failure: Failure }[] }

/** One after the other, so that what is refused for too many requests at once is not. */
export async function runEach(
  ids: readonly string[],
  act: (id: string) => Promise<Result<unknown, Failure>>,
  onStep: (count: number) => void,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] }
  for (const [index, id] of ids.entries()) {
    onStep(index + 1)
    const answer = await act(id)
    if (answer.ok) outcome.done.push(id)
    else outcome.failed.push({ id, failure: answer.error })
  }
  return outcome
}
