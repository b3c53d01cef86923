/** The handler of every job under AWS Lambda: whatever the job does knows how long it still has, and gives up trying before that. */
import type { Invocation } from '../http/lambda'
import { withDeadline } from './deadline'

/** @param work `endsAt`: ms since 1970, by `clock`, when Lambda stops it */
export const jobHandler =
  <Event, Done>(work: (event: Event, endsAt: number) => Promise<Done>, clock: () => number = Date.now) =>
  (event: Event, invocation: Invocation): Promise<Done> => {
    const at = clock() + invocation.getRemainingTimeInMillis()
    return withDeadline({ at, clock }, () => work(event, at))
  }
