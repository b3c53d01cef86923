import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` and `take` work on refs
  useEffect(() => {
    if (closable) put()
    return take
  }, [closable])
  useDidShow(put)
  useDidHide(take)
}
