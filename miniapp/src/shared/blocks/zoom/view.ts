/** Which part of a picture is seen, and how large. Pure. */
import type { Point } from '@/shared/platform/touches'
import { largest } from './described'

/** `scale` 1: the whole picture; `x`, `y`: px by which its middle is off the middle of the stage. */
export type View = { scale: number; x: number; y: number }
export type Size = { width: number; height: number }

export const whole: View = { scale: 1, x: 0, y: 0 }
/** Of a double tap or a key. */
const step = 2

const between = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

/** As it may be: no smaller than whole, and no edge of the stage behind it left empty for nothing. */
function held({ scale, x, y }: View, { width, height }: Size): View {
  const kept = Math.max(1, Math.min(largest, scale))
  return {
    scale: kept,
    x: between(x, ((kept - 1) * width) / 2),
    y: between(y, ((kept - 1) * height) / 2),
  }
}

/** `at`: px from the middle of the stage; what lies there stays there. */
export function scaled({ scale, x, y }: View, by: number, at: Point, stage: Size): View {
  const next = Math.max(1, Math.min(largest, scale * by))
  const real = next / scale
  return held({ scale: next, x: at.x - (at.x - x) * real, y: at.y - (at.y - y) * real }, stage)
}

export const moved = ({ scale, x, y }: View, by: Point, stage: Size): View =>
  held({ scale, x: x + by.x, y: y + by.y }, stage)

/** A double tap: closer, and from anywhere closer back to the whole. */
export const toggled = (view: View, at: Point, stage: Size): View =>
  view.scale > 1 ? whole : scaled(view, step, at, stage)

export const closer = (view: View, stage: Size): View => scaled(view, step, { x: 0, y: 0 }, stage)
export const farther = (view: View, stage: Size): View => scaled(view, 1 / step, { x: 0, y: 0 }, stage)

const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const distance = ([a, b]: readonly [Point, Point]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))

/** Two fingers that went from one place to another. */
export function pinched(
  view: View,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
  stage: Size,
): View {
  const [before, after] = [middle(from), middle(to)]
  const larger = scaled(view, distance(to) / distance(from), before, stage)
  return moved(larger, { x: after.x - before.x, y: after.y - before.y }, stage)
}
