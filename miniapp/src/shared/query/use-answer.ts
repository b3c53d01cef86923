/** What one page alone asks the server, when it opens. */
import type { Result } from '@common/result'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { useStore } from '@/shared/storage/store'
import { createRemote, type Remote } from './remote'

export type Answer<T> = Pick<Remote<T>, 'value' | 'failure' | 'asking'> & { retry(): void }

/**
 * @param name what is asked for, e.g. a region's code; another name asks anew, null asks nothing
 */
export function useAnswer<T>(
  name: string | null,
  ask: (name: string) => Promise<Result<T, Failure>>,
): Answer<T> {
  const latest = useRef(ask)
  latest.current = ask
  const [answers] = useState(() => createRemote<T>((wanted) => latest.current(wanted), { fresh: 0 }))
  const answer = useStore({
    subscribe: answers.subscribe,
    get: () => (name === null ? null : answers.get(name)),
  })
  useEffect(() => {
    if (name !== null) void answers.refresh(name)
  }, [answers, name])
  return {
    value: answer?.value ?? null,
    failure: answer?.failure ?? null,
    asking: answer?.asking ?? false,
    retry: () => name !== null && void answers.refresh(name),
  }
}
