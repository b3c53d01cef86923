import { useRef } from 'react'
import { directionOf, fingerAt, type Point } from '@/shared/platform/touches'

/** Handlers for what is to be turned by a swipe. */
export function useSwipe({ onLeft, onRight }: { onLeft?: () => void; onRight?: () => void }) {
  const start = useRef<Point | null>(null)
  return {
    onTouchStart(event: object): void {
      start.current = fingerAt(event)
    },
    onTouchEnd(event: object): void {
      const [from, to] = [start.current, fingerAt(event)]
      start.current = null
      if (!from || !to) return
      const direction = directionOf(from, to)
      if (direction === 'left') onLeft?.()
      if (direction === 'right') onRight?.()
    },
  }
}
