import fc from 'fast-check'
import { buildTree, type Tree } from '../../../functions/places/rules/tree'

const degrees = (most: number) =>
  fc.oneof(fc.double({ min: -most, max: most, noNaN: true }), fc.integer({ min: -3, max: 3 }))
const points = fc.array(fc.record({ lng: degrees(180), lat: degrees(90) }), { maxLength: 400, size: 'max' })

/** Every stretch that a search would divide at its middle, with the axis that it is divided by. */
function* stretches(first: number, last: number, axis: number): Generator<[number, number, number, number]> {
  if (last - first < 16) return
  const middle = (first + last) >> 1
  yield [first, middle, last, axis]
  yield* stretches(first, middle - 1, (axis + 1) % 3)
  yield* stretches(middle + 1, last, (axis + 1) % 3)
}

test('before the middle of a stretch nothing lies beyond it, and behind it nothing short of it', () => {
  fc.assert(
    fc.property(points, (list) => {
      const { ordinals, coordinates } = buildTree(list)
      for (const [first, middle, last, axis] of stretches(0, list.length - 1, 0)) {
        const along = Array.from(ordinals, (_, position) => coordinates[3 * position + axis] ?? Number.NaN)
        expect(Math.max(...along.slice(first, middle))).toBeLessThanOrEqual(along[middle] ?? Number.NaN)
        expect(Math.min(...along.slice(middle + 1, last + 1))).toBeGreaterThanOrEqual(
          along[middle] ?? Number.NaN,
        )
      }
      expect([...ordinals].sort((a, b) => a - b)).toEqual(list.map((_, i) => i))
    }),
  )
})

test('every position keeps the point of its ordinal, one unit from the centre', () => {
  fc.assert(
    fc.property(points, (list) => {
      const tree: Tree = buildTree(list)
      for (const [position, ordinal] of tree.ordinals.entries()) {
        const [x = 0, y = 0, z = 0] = tree.coordinates.subarray(3 * position, 3 * position + 3)
        expect(Math.hypot(x, y, z)).toBeCloseTo(1, 12)
        expect((Math.asin(Math.max(-1, Math.min(1, z))) * 180) / Math.PI).toBeCloseTo(
          list[ordinal]?.lat ?? Number.NaN,
          5,
        )
      }
    }),
  )
})
