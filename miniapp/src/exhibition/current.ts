/** How new what visitors read is: asked for when a page is shown, and again while it stays open. */
import { useEffect } from 'react'
import { useIsShown } from '@/shared/navigation/use-is-shown'
import { isSeen } from '@/shared/platform/seen'
import { type Remote, type RemoteStore, useRemote } from '@/shared/query/remote'

/**
 * ms. With the minute of the sweep and the half minute of every cache a publication is seen on phones within two minutes
 * (tests/miniapp/exhibition/current.test.ts adds them up).
 */
export const fresh = 30_000

/** Null asks for nothing yet. In a window that nobody sees nothing is asked. */
export function useCurrent<T>(store: RemoteStore<T>, name: string | null): Remote<T> & { retry: () => void } {
  const remote = useRemote(store, name)
  const isShown = useIsShown()
  const isWaiting = name !== null && isShown && !remote.asking
  // Counted from the last answer, so that it is never asked for in between.
  useEffect(() => {
    if (name === null || !isWaiting) return
    const timer = setInterval(() => {
      if (isSeen()) void store.refresh(name)
    }, fresh)
    return () => clearInterval(timer)
  }, [store, name, isWaiting])
  return remote
}
