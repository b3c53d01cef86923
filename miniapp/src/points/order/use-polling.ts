import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'

/** While somebody shows the code both screens are to tell of the handover within two seconds. */
const quickly = 1_500
/** So long after the page was shown or touched somebody is taken to be showing it. */
const quickFor = 120_000
/** Left open, in a pocket or on a table. */
const slowly = 15_000

/**
 * Asks again and again while the page is shown, each time some while after the last answer. `touched` is to be told of
 * every touch of the page.
 */
export function usePolling(active: boolean, ask: () => Promise<void>): { touched: () => void } {
  const [shown, setShown] = useState(true)
  const usedAt = useRef(Date.now())
  /** Rises when a slow round is to be cut short. */
  const [wakes, setWakes] = useState(0)
  const touched = useCallback(() => {
    const wasSlow = Date.now() - usedAt.current >= quickFor
    usedAt.current = Date.now()
    if (wasSlow) setWakes((count) => count + 1)
  }, [])
  useDidShow(() => {
    setShown(true)
    touched()
  })
  useDidHide(() => setShown(false))
  const latest = useRef(ask)
  latest.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wake begins the rounds anew
  useEffect(() => {
    if (!active || !shown) return
    let ended = false
    let timer: ReturnType<typeof setTimeout>
    const round = () => {
      const pause = Date.now() - usedAt.current < quickFor ? quickly : slowly
      timer = setTimeout(async () => {
        await latest.current()
        if (!ended) round()
      }, pause)
    }
    round()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [active, shown, wakes])
  return { touched }
}
