import { useDidHide, useDidShow } from '@tarojs/taro'
import { useLayoutEffect, useRef } from 'react'
import { addLayer } from './layers'

/** Lies over the page while that is shown; Back and Escape call `onClose`. Undefined: cannot be closed now. */
export function useLayer(onClose: (() => void) | undefined): void {
  const close = useRef(onClose)
  close.current = onClose
  const remove = useRef<(() => void) | null>(null)
  function put(): void {
    if (close.current) remove.current ??= addLayer(() => close.current?.())
  }
  function take(): void {
    remove.current?.()
    remove.current = null
  }
  const closable = onClose !== undefined
  // Before the sheet is painted: the way back, pressed as it appears, must find it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` and `take` work on refs
  useLayoutEffect(() => {
    if (closable) put()
    return take
  }, [closable])
  useDidShow(put)
  useDidHide(take)
}
