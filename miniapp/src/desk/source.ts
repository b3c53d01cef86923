/** A view of something that the server is asked for, by the desk one sits at; several are watched together. */
import { useDidShow } from '@tarojs/taro'
import { useEffect, useReducer, useRef } from 'react'
import type { Failure } from '@/shared/api/request'
import { onOnline } from '@/shared/platform/offline-state'
import type { RemoteStore } from '@/shared/query/remote'
import type { Desk } from './desk'
import { onFocus } from './on-focus'

export type At = { desk: Desk; now: number }

export type Source<V> = {
  /** Asks, unless it was answered a moment ago. `age`: ms that count as a moment, instead of the source's own. */
  want(at: At, age?: number): void
  /** `value` is null until the first answer. */
  read(at: At): { value: V | null; failure: Failure | null }
  subscribe(listener: () => void): () => void
}

/** @param nameOf under which name the store keeps it, e.g. the desk's own */
export function sourceFrom<T, V>(
  store: RemoteStore<T>,
  view: (value: T, at: At) => V,
  nameOf: (at: At) => string = ({ desk }) => desk.name,
): Source<V> {
  return {
    want: (at, age) => store.refreshIfOld(nameOf(at), age),
    read(at) {
      const { value, failure } = store.get(nameOf(at))
      return { value: value === null ? null : view(value, at), failure }
    },
    subscribe: store.subscribe,
  }
}

/**
 * Asks for all of them whenever the page is shown, its window gets the focus or the network is back, and draws anew when one
 * has changed. Answers with what asks again.
 * @param age ms for which an answer is good enough here; the source's own by default
 */
export function useSources(sources: readonly Source<unknown>[], at: At, age?: number): () => void {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const latest = useRef(at)
  latest.current = at
  const want = () => {
    for (const source of sources) source.want(latest.current, age)
  }
  useDidShow(want)
  // biome-ignore lint/correctness/useExhaustiveDependencies: sources follow from the desk
  useEffect(() => {
    want()
    const ends = [...sources.map((source) => source.subscribe(draw)), onFocus(want), onOnline(want)]
    return () => {
      for (const end of ends) end()
    }
  }, [at.desk.name, sources.length])
  return want
}
