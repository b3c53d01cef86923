/** A list that comes in pages, newest first. */
import type { Result } from '@common/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/shared/request'

/** `cursor`: null where there is nothing more. */
export type Page<T> = { items: T[]; cursor: string | null }

export type Pages<T> = {
  items: T[]
  /** The first page has come. */
  begun: boolean
  asking: boolean
  failure: Failure | null
  hasMore: boolean
  more(): void
  /** From the beginning. */
  again(): void
}

const none = { items: [], cursor: null, begun: false, asking: false, failure: null }

/** @param name whose list it is; null: not known yet. Another name begins anew. */
export function usePages<T>(
  name: string | null,
  fetch: (cursor: string | undefined) => Promise<Result<Page<T>, Failure>>,
): Pages<T> {
  const [state, setState] = useState<Page<T> & { begun: boolean; asking: boolean; failure: Failure | null }>(
    none,
  )
  const latest = useRef(fetch)
  latest.current = fetch
  // An answer to what was asked before the last beginning comes too late.
  const round = useRef(0)

  const load = useCallback(async (cursor: string | undefined) => {
    if (cursor === undefined) round.current += 1
    const mine = round.current
    setState((was) => ({ ...was, asking: true }))
    const answer = await latest.current(cursor)
    if (round.current !== mine) return
    setState((was) =>
      answer.ok
        ? {
            items: cursor === undefined ? answer.value.items : [...was.items, ...answer.value.items],
            cursor: answer.value.cursor,
            begun: true,
            asking: false,
            failure: null,
          }
        : { ...was, asking: false, failure: answer.error },
    )
  }, [])
  useEffect(() => {
    setState(none)
    if (name !== null) void load(undefined)
  }, [name, load])

  return {
    ...state,
    hasMore: state.cursor !== null,
    more: () => !state.asking && state.cursor !== null && void load(state.cursor),
    again: () => void load(undefined),
  }
}
