/** A list that comes in pages, newest first. */
import { ok, type Result } from '@common/result'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/shared/api/request'
import { onOnline } from '@/shared/platform/offline-state'
import { useStore } from '@/shared/storage/store'
import type { LastSeen } from './last-seen'
import { createRemote, type Remote } from './remote'

/** `cursor`: null where there is nothing more. */
export type Page<T> = { items: T[]; cursor: string | null }

export type Pages<T> = Pick<Remote<Page<T>>, 'asking' | 'failure' | 'readAt'> & {
  /** An earlier start of the program read it, and nothing is heard of the server now. */
  isFromStorage: boolean
  items: T[]
  /** The first page has come. */
  hasFirst: boolean
  hasMore: boolean
  more(): void
  /** From the beginning. */
  retry(): void
}

type FetchPage<T> = (cursor: string | undefined) => Promise<Result<Page<T>, Failure>>

/**
 * @param name whose list it is; null: not known yet. Another name begins anew.
 * @param seen keeps the first page for when nothing is heard of the server; what followed it cannot be asked for then
 */
export function usePages<T>(
  name: string | null,
  fetch: FetchPage<T>,
  seen?: Pick<LastSeen<Page<T>>, 'read' | 'write'>,
): Pages<T> {
  const latest = useRef(fetch)
  latest.current = fetch
  const [lists] = useState(() => createRemote<Page<T>>(() => latest.current(undefined), { fresh: 0, seen }))
  const list = useStore({
    subscribe: lists.subscribe,
    get: () => (name === null ? null : lists.get(name)),
  })
  useEffect(() => {
    if (name === null) return
    void lists.refresh(name)
    // What was read stays as far as one has turned its pages.
    return onOnline(() => {
      if (lists.get(name).failure) void lists.refresh(name)
    })
  }, [lists, name])

  const cursor = list?.isFromStorage ? null : (list?.value?.cursor ?? null)
  const following = async (before: Page<T>): Promise<Result<Page<T>, Failure>> => {
    const next = await latest.current(before.cursor ?? undefined)
    return next.ok ? ok({ ...next.value, items: [...before.items, ...next.value.items] }) : next
  }
  return {
    items: list?.value?.items ?? [],
    hasFirst: list !== null && list.value !== null,
    asking: list?.asking ?? false,
    failure: list?.failure ?? null,
    readAt: list?.readAt ?? null,
    isFromStorage: list?.isFromStorage ?? false,
    hasMore: cursor !== null,
    more: () => name !== null && cursor !== null && void lists.extend(name, following),
    retry: () => name !== null && void lists.refresh(name),
  }
}
