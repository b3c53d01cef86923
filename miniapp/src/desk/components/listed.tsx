import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { type Remote, type RemoteStore, useRemote } from '@/shared/query/remote'
import { useOnFocus } from '../use-on-focus'
import css from './listed.module.scss'

export type Listed<T> = Remote<T> & { retry: () => void }

/** A list of the server, or why there is none; an old one stays through a failure, and that is said. */
export function ListedView<T>({
  listed,
  children,
}: {
  listed: Listed<T>
  children: (value: T) => ReactNode
}) {
  if (listed.value === null) {
    return listed.failure ? (
      <FailureView failure={listed.failure} onRetry={listed.retry} />
    ) : (
      <Waiting rows={5} />
    )
  }
  return (
    <>
      <View className={listed.failure ? css.line : ''}>
        <FailureLine failure={listed.failure} />
      </View>
      {children(listed.value)}
    </>
  )
}

export function useListed<T>(store: RemoteStore<T>, name: string): Listed<T> {
  // Whoever looks at the window again sees what colleagues have done meanwhile.
  useOnFocus(() => void store.refreshIfOld(name))
  return useRemote(store, name)
}
