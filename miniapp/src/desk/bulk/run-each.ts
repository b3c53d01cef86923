/** One action on several things: each is answered by itself. */
import type { Result } from '@common/result'
import { refusesPerson } from '@/shared/api/doubt'
import type { Failure } from '@/shared/api/request'
import { isUnreachable } from '@/shared/messages'

export type Outcome = {
  done: string[]
  failed: { id: string; failure: Failure }[]
  /** Not begun: somebody stopped it, or the others would fail for the same reason. */
  left: string[]
}

type Progress = {
  onStep: (count: number) => void
  isStopped: () => boolean
}

/** One after the other, so that what is refused for too many requests at once is not. */
export async function runEach(
  ids: readonly string[],
  act: (id: string) => Promise<Result<unknown, Failure>>,
  { onStep, isStopped }: Progress,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [], left: [] }
  for (const [index, id] of ids.entries()) {
    if (isStopped() || concernsAll(outcome.failed[outcome.failed.length - 1]?.failure)) {
      outcome.left.push(id)
      continue
    }
    onStep(index + 1)
    const answer = await act(id)
    if (answer.ok) outcome.done.push(id)
    else outcome.failed.push({ id, failure: answer.error })
  }
  return outcome
}

/** Nobody is logged in any more, or the network is gone. */
const concernsAll = (failure: Failure | undefined): boolean =>
  failure !== undefined && (refusesPerson(failure) || isUnreachable(failure))
