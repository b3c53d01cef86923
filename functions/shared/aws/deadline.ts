/**
 * How long the function that works on a request still has. Whoever tries again and again asks here before each pause, so
 * that contention ends in an answer of ours and not in the gateway's when Lambda stops the function.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export type Deadline = {
  /** Ms since 1970, by `clock`. */
  at: number
  clock: () => number
}

/** Answering and writing the log take less. */
const reserveMs = 500

const current = new AsyncLocalStorage<Deadline>()

/** Whatever `work` does, and whatever that begins, has until then. */
export const withDeadline = <T>(deadline: Deadline, work: () => Promise<T>): Promise<T> =>
  current.run(deadline, work)

/** Ms that may still be spent on trying; without end where nobody set a deadline. */
export function timeLeft(): number {
  const deadline = current.getStore()
  return deadline ? deadline.at - reserveMs - deadline.clock() : Number.POSITIVE_INFINITY
}

/** The attempts at one thing. Another is begun only where as much time is left as the longest took. */
export function createAttempts() {
  let longest = 0
  let leftAtBegin = Number.POSITIVE_INFINITY
  return {
    begin(): void {
      leftAtBegin = timeLeft()
    },

    /** Ms that the pause before another attempt may last; null: there is no time for another. */
    pauseLeft(): number | null {
      const left = timeLeft()
      if (left === Number.POSITIVE_INFINITY) return left
      longest = Math.max(longest, leftAtBegin - left)
      return left > longest ? left - longest : null
    },
  }
}
