import { useRef } from 'react'
import { fingerAt, type Point } from '@/shared/touches'

/** px: less is a finger that slipped. */
const least = 64

/** Which way a finger went, if it went aside and hardly up or down. */
export function directionOf(from: Point, to: Point): 'left' | 'right' | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (Math.abs(dx) < least || Math.abs(dx) < 2 * Math.abs(dy)) return null
  return dx < 0 ? 'left' : 'right'
}

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
