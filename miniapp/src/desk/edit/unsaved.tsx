import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { setGuard } from '@/shared/navigation/leave-guard'
import { leavePage } from '@/shared/navigation/navigation'
import { useLayer } from '@/shared/navigation/use-layer'
import { watchClosing } from './closing'

export type Unsaved = {
  isDirty: boolean
  /** Called by the edited form whenever it begins or ceases to have unsaved changes. */
  onDirty: (isDirty: boolean) => void
  /** Does it, after the question where something is unsaved. */
  ask: (leave: () => void) => void
  /** Put it over the page. */
  sheet: ReactNode
}

/**
 * One question before what was written and not saved is left: by Back, by another page, another row or another city, and by
 * the browser's own before the window closes.
 * @param back what Back does once that was answered; by default the page is left
 * @param stays what was written is kept on this device, and is there for whoever comes back
 */
export function useUnsaved(back: () => void = leavePage, stays = false): Unsaved {
  const [isDirty, setDirty] = useState(false)
  const [next, setNext] = useState<(() => void) | null>(null)
  /** Was answered with leaving; until one comes back, nothing here holds the way back. */
  const [left, setLeft] = useState<{ go: () => void } | null>(null)
  const release = useRef<(() => void) | null>(null)
  const ask = (leave: () => void) => (isDirty ? setNext(() => leave) : leave())
  const hold = () => {
    release.current?.()
    release.current = isDirty ? setGuard((leave) => setNext(() => leave)) : null
  }
  const free = () => {
    release.current?.()
    release.current = null
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `hold` follows from it
  useEffect(() => {
    hold()
    if (!isDirty) setLeft(null)
    const end = isDirty ? watchClosing() : null
    return () => {
      free()
      end?.()
    }
  }, [isDirty])
  useDidShow(() => {
    hold()
    setLeft(null)
  })
  useDidHide(free)
  useLayer(isDirty && !left ? () => setNext(() => back) : undefined)
  // What was written is still there where one comes back to it, so the guard stands aside only while one leaves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (!left) return
    let isHere = true
    function go(): void {
      if (!isHere) return
      free()
      left?.go()
      hold()
    }
    // While a container lies over the page, WeChat's way back would close that and not the page.
    if (process.env.TARO_ENV === 'weapp') Taro.nextTick(go)
    else go()
    return () => {
      isHere = false
    }
  }, [left])
  function leave(): void {
    if (next) setLeft({ go: next })
    setNext(null)
  }
  const sheet = next && (
    <ConfirmSheet
      title="有没保存的修改"
      text={
        stays
          ? '刚才写的没有交上去，只留在这台设备上，下次打开可以接着写。'
          : '离开的话，刚才写的就没有了。已经保存过的还是原来的样子。'
      }
      confirm={stays ? '离开' : '不要了，离开'}
      cancel="接着写"
      onConfirm={leave}
      onClose={() => setNext(null)}
    />
  )
  return { isDirty, onDirty: setDirty, ask, sheet }
}
