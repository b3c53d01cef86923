import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Asks again and again while the page is shown, each time so many ms after the last answer. */
export function usePolling(active: boolean, every: number, ask: () => Promise<void>): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (!active || !shown) return
    let ended = false
    let timer: ReturnType<typeof setTimeout>
    const round = () => {
      timer = setTimeout(async () => {
        await latest.current()
        if (!ended) round()
      }, every)
    }
    round()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [active, shown, every])
}
