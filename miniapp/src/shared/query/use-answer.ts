/** What a page asks the server when it opens. */
import type { Result } from '@common/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/shared/http'

export interface Asked<T> {
  /** The last answer; stays while it is asked again. */
  value: T | null
  /** Why the last question got none. */
  failure: Failure | null
  asking: boolean
  again(): void
  /** What the page learned since, e.g. from the answer to a change. */
  put(value: T): void
}

/**
 * @param name what is asked for, e.g. a region's code; another name asks anew, null asks nothing
 */
export function useAnswer<T>(
  name: string | null,
  ask: (name: string) => Promise<Result<T, Failure>>,
): Asked<T> {
  const [state, setState] = useState<Pick<Asked<T>, 'value' | 'failure' | 'asking'>>(nothing)
  const asking = useRef(ask)
  asking.current = ask
  // An answer that comes after the next question was asked is dropped.
  const round = useRef(0)
  const again = useCallback(async () => {
    if (name === null) return
    round.current += 1
    const mine = round.current
    setState((before) => ({ ...before, asking: true }))
    const answer = await asking.current(name)
    if (mine !== round.current) return
    setState((before) =>
      answer.ok
        ? { value: answer.value, failure: null, asking: false }
        : { ...before, failure: answer.error, asking: false },
    )
  }, [name])
  useEffect(() => {
    setState(nothing)
    void again()
    return () => {
      round.current += 1
    }
  }, [again])
  return {
    ...state,
    again: () => void again(),
    put: (value) => setState({ value, failure: null, asking: false }),
  }
}

const nothing = { value: null, failure: null, asking: false }
