/** Fingers and the mouse on the stage of the viewer. */
import { type PointerEvent, useRef, type WheelEvent } from 'react'
import { directionOf, type Point } from '@/shared/platform/touches'
import { moved, pinched, type Size, scaled, toggled, type View } from './view'

/** ms between the taps of a double one, px between their places. */
const together = 300
const near = 24
/** Of one notch of a wheel. */
const notch = 1.2

type Press = { at: Point; time: number }

type GesturesProps = { seen: View; onSee: (next: View) => void; onTurn: (by: number) => void }

export function useGestures({ seen, onSee, onTurn }: GesturesProps) {
  const fingers = useRef(new Map<number, Point>())
  /** Where the only finger came down; null once there were two. */
  const began = useRef<Point | null>(null)
  const lastTap = useRef<Press | null>(null)

  function moveTo(event: PointerEvent<HTMLElement>, from: Point, to: Point): void {
    const stage = sizeOf(event.currentTarget)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      const middle = middleOf(event.currentTarget)
      const by = (a: Point, b: Point): [Point, Point] => [off(a, middle), off(b, middle)]
      onSee(pinched(seen, by(from, other), by(to, other), stage))
    } else if (seen.scale > 1) onSee(moved(seen, off(to, from), stage))
  }

  function liftedAt(event: PointerEvent<HTMLElement>, from: Point, to: Point): void {
    const direction = seen.scale > 1 ? null : directionOf(from, to)
    if (direction) onTurn(direction === 'left' ? 1 : -1)
    if (direction || distance(from, to) > near) return
    const before = lastTap.current
    const isSecond = before && event.timeStamp - before.time <= together && distance(before.at, to) <= near
    lastTap.current = isSecond ? null : { at: to, time: event.timeStamp }
    if (isSecond) {
      const stage = event.currentTarget
      onSee(toggled(seen, off(to, middleOf(stage)), sizeOf(stage)))
    }
  }

  function lost({ pointerId }: PointerEvent<HTMLElement>): void {
    fingers.current.delete(pointerId)
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      // Where the engine can: what goes on outside of the stage is heard as well.
      event.currentTarget.setPointerCapture?.(event.pointerId)
      fingers.current.set(event.pointerId, pointOf(event))
      began.current = fingers.current.size === 1 ? pointOf(event) : null
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      const from = fingers.current.get(event.pointerId)
      if (!from) return
      const to = pointOf(event)
      moveTo(event, from, to)
      fingers.current.set(event.pointerId, to)
    },
    onPointerUp(event: PointerEvent<HTMLElement>): void {
      const from = began.current
      lost(event)
      began.current = null
      if (from) liftedAt(event, from, pointOf(event))
    },
    onPointerCancel(event: PointerEvent<HTMLElement>): void {
      lost(event)
      began.current = null
    },
    onWheel(event: WheelEvent<HTMLElement>): void {
      const stage = event.currentTarget
      const at = off({ x: event.clientX, y: event.clientY }, middleOf(stage))
      onSee(scaled(seen, event.deltaY < 0 ? notch : 1 / notch, at, sizeOf(stage)))
    },
  }
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY })
const off = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
  width: clientWidth,
  height: clientHeight,
})

function middleOf(stage: HTMLElement): Point {
  const { left, top, width, height } = stage.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
