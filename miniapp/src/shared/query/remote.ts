/**
 * The one way in which screens read from the server: by name, e.g. the gifts of a city. The last answer stays in memory and
 * on the screen during a refresh and through a failure; a name is fetched once at a time, and an answer to an older
 * request is dropped. Lists in pages (`pages.ts`) and what one page alone asks for (`use-answer.ts`) are made of it.
 */
import type { Result } from '@common/result'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Failure } from '@/shared/api/request'
import { isUnreachable } from '@/shared/messages'
import { onOnline } from '@/shared/platform/offline-state'
import { useStore } from '@/shared/storage/store'
import type { LastSeen } from './last-seen'

/**
 * `value`: the last answer. `failure`: why the last question got none. `readAt`: ms, when `value` was read, by this start
 * of the program or an earlier one; null while there is none.
 */
export type Remote<T> = {
  value: T | null
  failure: Failure | null
  asking: boolean
  readAt: number | null
  /** An earlier start of the program read it, and nothing is heard of the server now. */
  isFromStorage?: true
}

export type RemoteStore<T> = {
  get(name: string): Remote<T>
  subscribe(listener: () => void): () => void
  /** Fetches, unless the value is fresh or being fetched. `age`: ms for which it counts as fresh, instead of the store's. */
  refreshIfOld(name: string, age?: number): void
  /** Asks anyhow. */
  refresh(name: string): Promise<void>
  /** Asks for what follows `value`, unless another question is on its way; `readAt` stays that of the beginning. */
  extend(name: string, ask: (value: T) => Promise<Result<T, Failure>>): Promise<void>
  /** Sets a value known from another answer. A pending request is older, and its answer is dropped. */
  put(name: string, value: T): void
}

const nothing = { value: null, failure: null, asking: false, readAt: null }

type Entry<T> = { remote: Remote<T>; at: number; round: number }

export type RemoteOptions<T> = {
  /** ms for which an answer is not asked for again */
  fresh: number
  /** What is shown while nothing is heard of the server. */
  seen?: Pick<LastSeen<T>, 'read' | 'write'>
  now?: () => number
}

export function createRemote<T>(
  fetch: (name: string) => Promise<Result<T, Failure>>,
  { fresh, seen, now = Date.now }: RemoteOptions<T>,
): RemoteStore<T> {
  const all = new Map<string, Entry<T>>()
  const listeners = new Set<() => void>()
  const of = (name: string): Entry<T> =>
    all.get(name) ?? { remote: nothing, at: Number.NEGATIVE_INFINITY, round: 0 }

  function show(name: string, next: Entry<T>): void {
    all.set(name, next)
    for (const listener of [...listeners]) listener()
  }

  /** Null where a later request or answer came meanwhile. */
  async function askLatest(
    name: string,
    ask: () => Promise<Result<T, Failure>>,
  ): Promise<{ answer: Result<T, Failure>; last: Entry<T> } | null> {
    const before = of(name)
    const round = before.round + 1
    show(name, { ...before, round, remote: { ...before.remote, asking: true } })
    const answer = await ask()
    const last = of(name)
    return last.round === round ? { answer, last } : null
  }

  async function refresh(name: string): Promise<void> {
    const found = await askLatest(name, () => fetch(name))
    if (!found) return
    const { answer, last } = found
    if (answer.ok) put(name, answer.value, last.round)
    else show(name, { ...last, remote: unanswered(name, last.remote, answer.error) })
  }

  async function extend(name: string, ask: (value: T) => Promise<Result<T, Failure>>): Promise<void> {
    const { value, asking } = of(name).remote
    if (value === null || asking) return
    const found = await askLatest(name, () => ask(value))
    if (!found) return
    const { answer, last } = found
    const next = answer.ok ? { value: answer.value, failure: null } : { failure: answer.error }
    show(name, { ...last, remote: { ...last.remote, ...next, asking: false } })
  }

  function put(name: string, value: T, round: number): void {
    const at = now()
    show(name, { round, at, remote: { value, failure: null, asking: false, readAt: at } })
    seen?.write(name, value, at)
  }

  function unanswered(name: string, before: Remote<T>, failure: Failure): Remote<T> {
    const last = before.value === null && isUnreachable(failure) ? seen?.read(name) : null
    const shown = last ? { value: last.value, readAt: last.readAt, isFromStorage: true as const } : {}
    return { ...before, ...shown, failure, asking: false }
  }

  return {
    get: (name) => of(name).remote,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refreshIfOld(name, age = fresh) {
      const { remote, at } = of(name)
      if (!remote.asking && now() - at >= age) void refresh(name)
    },
    refresh,
    extend,
    put: (name, value) => put(name, value, of(name).round + 1),
  }
}

/** Asks whenever the page is shown, and when the network is back; null asks nothing yet. */
export function useRemote<T>(store: RemoteStore<T>, name: string | null): Remote<T> & { retry: () => void } {
  const remote = useStore({
    subscribe: store.subscribe,
    get: () => (name === null ? nothing : store.get(name)),
  })
  useDidShow(() => {
    if (name !== null) store.refreshIfOld(name)
  })
  useEffect(() => {
    if (name === null) return
    store.refreshIfOld(name)
    return onOnline(() => (store.get(name).failure ? void store.refresh(name) : store.refreshIfOld(name)))
  }, [store, name])
  return { ...remote, retry: () => name !== null && void store.refresh(name) }
}
