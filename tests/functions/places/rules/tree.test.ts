import fc from 'fast-check'
import { buildTree, nearestInTree, type Tree } from '../../../../functions/places/rules/nearby/tree'

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

test('where a search was, nothing lies beyond the middle of a stretch before it, and nothing short of it behind', () => {
  fc.assert(
    fc.property(points, (list) => {
      const tree = buildTree(list)
      const asked = { limit: list.length, reach: Number.POSITIVE_INFINITY, accept: () => true }
      nearestInTree(tree, { lng: 0, lat: 0 }, asked)
      const { ordinals, coordinates } = tree
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

test('a search sorts the points it visits, and leaves the rest for later searches', () => {
  const grid = Array.from({ length: 4_096 }, (_, i) => ({ lng: (i % 64) / 10, lat: Math.floor(i / 64) / 10 }))
  const tree = buildTree(grid)
  const arranged = () => tree.arranged.reduce((sum, one) => sum + one, 0)
  expect(arranged()).toBe(0)
  nearestInTree(tree, { lng: 1, lat: 1 }, { limit: 5, reach: Number.POSITIVE_INFINITY, accept: () => true })
  expect(arranged()).toBeGreaterThan(0)
  expect(arranged()).toBeLessThan(50)
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
