/** How far one can look into a picture: never off its edge, and what lies under the fingers stays there. */

import fc from 'fast-check'
import { closer, farther, moved, pinched, scaled, toggled, type View, whole } from '@/shared/blocks/zoom/view'

const stage = { width: 360, height: 480 }
const middle = { x: 0, y: 0 }
const place = fc.record({
  x: fc.integer({ min: -180, max: 180 }),
  y: fc.integer({ min: -240, max: 240 }),
})
const seen = fc
  .record({ scale: fc.double({ min: 1, max: 4, noNaN: true }), x: fc.integer(), y: fc.integer() })
  .map((view) => moved(view, middle, stage))

const isHeld = ({ scale, x, y }: View): boolean =>
  scale >= 1 &&
  scale <= 4 &&
  Math.abs(x) <= ((scale - 1) * stage.width) / 2 + 1e-6 &&
  Math.abs(y) <= ((scale - 1) * stage.height) / 2 + 1e-6

it('stays between whole and four times, and shows no empty edge, whatever fingers do', () => {
  fc.assert(
    fc.property(seen, place, place, place, place, (view, a, b, c, d) => {
      expect(isHeld(pinched(view, [a, b], [c, d], stage))).toBe(true)
      expect(isHeld(moved(view, a, stage))).toBe(true)
      expect(isHeld(toggled(view, a, stage))).toBe(true)
    }),
  )
})

it('leaves what lies under the finger where it is, unless an edge would show', () => {
  const at = { x: 60, y: -90 }
  const next = scaled(whole, 2, at, stage)
  expect({ x: next.x + (at.x - 0) * 2, y: next.y + (at.y - 0) * 2 }).toEqual(at)
})

it('goes back to the whole by the same double tap, and by steps', () => {
  const near = toggled(whole, middle, stage)
  expect(near.scale).toBe(2)
  expect(toggled(near, { x: 50, y: 50 }, stage)).toEqual(whole)
  expect(closer(closer(closer(whole, stage), stage), stage).scale).toBe(4)
  expect(farther(farther(near, stage), stage)).toEqual(whole)
})
