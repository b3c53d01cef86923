/** A list that comes in pages, newest first. */
import type { Result } from '@common/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isUnheard } from '@/shared/messages'
import { onOnline } from '@/shared/offline-state'
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
  /** ms, when the first page was read; null while it is not. */
  readAt: number | null
  /** An earlier start of the program read it, and there is no network now. */
  isKept: boolean
  hasMore: boolean
  more(): void
  /** From the beginning. */
  again(): void
}

type State<T> = Page<T> & Pick<Pages<T>, 'begun' | 'asking' | 'failure' | 'readAt' | 'isKept'>

const none = {
  items: [],
  cursor: null,
  begun: false,
  asking: false,
  failure: null,
  readAt: null,
  isKept: false,
}

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
  const hasFailed = useRef(false)

  const load = useCallback(async (whose: string, cursor: string | undefined) => {
    if (cursor === undefined) round.current += 1
    const mine = round.current
    setState((was) => ({ ...was, asking: true }))
    const answer = await latest.current(cursor)
    if (round.current !== mine) return
    const at = Date.now()
    if (answer.ok && cursor === undefined) keep.current?.write(whose, answer.value, at)
    const last = !answer.ok && isUnheard(answer.error) ? keep.current?.read(whose) : null
    hasFailed.current = !answer.ok
    setState((was) =>
      answer.ok
        ? cursor === undefined
          ? firstPage(answer.value, at)
          : nextPage(was, answer.value)
        : { ...was, ...(was.begun ? {} : firstOf(last)), asking: false, failure: answer.error },
    )
  }, [])
  useEffect(() => {
    setState(none)
    if (name === null) return
    void load(name, undefined)
    // What was read stays as far as one has turned its pages.
    return onOnline(() => hasFailed.current && void load(name, undefined))
  }, [name, load])

  return {
    ...state,
    hasMore: state.cursor !== null,
    more: () => !state.asking && state.cursor !== null && name !== null && void load(name, state.cursor),
    again: () => name !== null && void load(name, undefined),
  }
}

function firstPage<T>({ items, cursor }: Page<T>, readAt: number): State<T> {
  return { ...none, items, cursor, begun: true, readAt }
}

function nextPage<T>(was: State<T>, { items, cursor }: Page<T>): State<T> {
  return { ...was, items: [...was.items, ...items], cursor, asking: false, failure: null }
}

/** What was read before; what followed it cannot be asked for now. */
function firstOf<T>(last: Seen<Page<T>> | null | undefined): Partial<State<T>> {
  return last ? { items: last.value.items, cursor: null, begun: true, readAt: last.readAt, isKept: true } : {}
}
