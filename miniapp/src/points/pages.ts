/** A list that comes in pages, newest first. */
import type { Result } from '@common/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isUnheard } from '@/shared/messages'
import type { Failure } from '@/shared/request'
import type { LastSeen, Seen } from './last-seen'

/** `cursor`: null where there is nothing more. */
export type Page<T> = { items: T[]; cursor: string | null }

export type Pages<T> = {
  items: T[]
  /** The first page has come. */
  begun: boolean
  asking: boolean
  failure: Failure | null
  /** ms, when the first page was read, where there is no network and an earlier start of the program read it. */
  seenAt: number | null
  hasMore: boolean
  more(): void
  /** From the beginning. */
  again(): void
}

type State<T> = Page<T> & Pick<Pages<T>, 'begun' | 'asking' | 'failure' | 'seenAt'>

const none = { items: [], cursor: null, begun: false, asking: false, failure: null, seenAt: null }

/**
 * @param name whose list it is; null: not known yet. Another name begins anew.
 * @param seen keeps the first page for when nothing is heard of the server
 */
export function usePages<T>(
  name: string | null,
  fetch: (cursor: string | undefined) => Promise<Result<Page<T>, Failure>>,
  seen?: Pick<LastSeen<Page<T>>, 'read' | 'write'>,
): Pages<T> {
  const [state, setState] = useState<State<T>>(none)
  const latest = useRef(fetch)
  latest.current = fetch
  // An answer to what was asked before the last beginning comes too late.
  const round = useRef(0)

  const keep = useRef(seen)

  const load = useCallback(async (whose: string, cursor: string | undefined) => {
    if (cursor === undefined) round.current += 1
    const mine = round.current
    setState((was) => ({ ...was, asking: true }))
    const answer = await latest.current(cursor)
    if (round.current !== mine) return
    if (answer.ok && cursor === undefined) keep.current?.write(whose, answer.value, Date.now())
    const last = !answer.ok && isUnheard(answer.error) ? keep.current?.read(whose) : null
    setState((was) =>
      answer.ok
        ? {
            items: cursor === undefined ? answer.value.items : [...was.items, ...answer.value.items],
            cursor: answer.value.cursor,
            begun: true,
            asking: false,
            failure: null,
            seenAt: cursor === undefined ? null : was.seenAt,
          }
        : { ...was, ...(was.begun ? {} : firstOf(last)), asking: false, failure: answer.error },
    )
  }, [])
  useEffect(() => {
    setState(none)
    if (name !== null) void load(name, undefined)
  }, [name, load])

  return {
    ...state,
    hasMore: state.cursor !== null,
    more: () => !state.asking && state.cursor !== null && name !== null && void load(name, state.cursor),
    again: () => name !== null && void load(name, undefined),
  }
}

/** What was read before; what followed it cannot be asked for now. */
function firstOf<T>(last: Seen<Page<T>> | null | undefined): Partial<State<T>> {
  return last ? { items: last.value.items, cursor: null, begun: true, seenAt: last.readAt } : {}
}
