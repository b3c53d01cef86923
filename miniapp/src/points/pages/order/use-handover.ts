import { useCallback, useEffect, useRef, useState } from 'react'
import { useIsShown } from '@/shared/navigation/use-is-shown'

/** Both screens are to tell of the handover while the two people still face each other. */
const pause = 2_000
/** So long the code stands once it is shown: a queue at a counter, not an evening on a table. */
const shownFor = 180_000

export type Handover = {
  /** `closed`: not shown yet; `over`: it was, and was put away by itself. */
  code: 'closed' | 'shown' | 'over'
  show(): void
}

/**
 * A handover is under way from when the person shows the code until it is put away. Only then, and while the page is in
 * front, is the server asked again and again, each time some while after its last answer.
 *
 * @param active whether the order can be picked up
 */
export function useHandover(active: boolean, ask: () => Promise<void>): Handover {
  const [shownAt, setShownAt] = useState<number | null>(null)
  const [isOver, setOver] = useState(false)
  const isInFront = useIsShown()
  const latest = useRef(ask)
  latest.current = ask
  const isUnderWay = active && shownAt !== null && !isOver && isInFront
  useEffect(() => {
    if (!isUnderWay) return
    const until = shownAt + shownFor
    let timer: ReturnType<typeof setTimeout>
    let ended = false
    const round = () => {
      const left = until - Date.now()
      // Asked of the clock each time: a phone that sleeps runs no timers.
      if (left <= 0) setOver(true)
      else
        timer = setTimeout(
          async () => {
            if (Date.now() < until) await latest.current()
            if (!ended) round()
          },
          Math.min(pause, left),
        )
    }
    round()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [isUnderWay, shownAt])
  const show = useCallback(() => {
    setOver(false)
    setShownAt(Date.now())
  }, [])
  return { code: shownAt === null ? 'closed' : isOver ? 'over' : 'shown', show }
}
