import fc from 'fast-check'
import type { PlaceSummary, Point } from '../../../../functions/places/contract'
import { buildIndex, distanceMetres, nearest } from '../../../../functions/places/rules/nearby'
import { buildPlace, manyPlaces } from '../../../support/samples/places'

/** The haversine formula, written down anew. */
function metres(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)))
}
const bruteForce = (places: readonly PlaceSummary[], point: Point, limit: number, radius = Infinity) =>
  places
    .map((place) => metres(point, place))
    .filter((distance) => distance <= radius)
    .sort((a, b) => a - b)
    .slice(0, limit)

const world = fc.record({
  lng: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 179.99, -179.99)),
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 89.99, 0)),
})
const around = fc.record({
  lng: fc.double({ min: 117, max: 121, noNaN: true }),
  lat: fc.double({ min: 32, max: 35, noNaN: true }),
})
const placesAt = (points: readonly Point[]) =>
  points.map((point, i) => buildPlace({ ...point, id: `320800-${i}` }))

test('the nearest twenty of a city are those that measuring every place finds', () => {
  const places = manyPlaces(2_000, 3)
  const index = buildIndex(places)
  fc.assert(
    fc.property(around, fc.integer({ min: 1, max: 50 }), (point, limit) => {
      const found = nearest(index, point, { limit }).map(({ distance }) => distance)
      const expected = bruteForce(places, point, limit)
      expect(found).toHaveLength(expected.length)
      for (const [i, distance] of found.entries()) expect(distance).toBeCloseTo(expected[i] ?? -1, 3)
    }),
  )
})

test('it holds all over the world, across the date line and at the poles', () => {
  fc.assert(
    fc.property(
      fc.array(world, { minLength: 1, maxLength: 400, size: 'max' }),
      world,
      fc.integer({ min: 1, max: 10 }),
      (points, from, limit) => {
        const places = placesAt(points)
        const found = nearest(buildIndex(places), from, { limit }).map(({ distance }) => distance)
        const expected = bruteForce(places, from, limit)
        expect(found).toHaveLength(expected.length)
        // Near the antipode the formula itself loses digits: half a metre in twenty thousand kilometres.
        for (const [i, distance] of found.entries())
          expect(Math.abs(distance - (expected[i] ?? -1))).toBeLessThan(0.5)
      },
    ),
    { numRuns: 300 },
  )
})

test('a radius leaves out what is farther, and only that', () => {
  const places = manyPlaces(500, 4)
  const index = buildIndex(places)
  fc.assert(
    fc.property(around, fc.double({ min: 1, max: 200_000, noNaN: true }), (point, radius) => {
      const found = nearest(index, point, { limit: 1_000, radius }).map(({ distance }) => distance)
      expect(found).toHaveLength(bruteForce(places, point, 1_000, radius).length)
    }),
  )
})

test('a radius of nothing finds what stands on the very spot', () => {
  const index = buildIndex(
    placesAt([
      { lng: 119, lat: 33.6 },
      { lng: 119.000001, lat: 33.6 },
    ]),
  )
  expect(
    nearest(index, { lng: 119, lat: 33.6 }, { limit: 9, radius: 0 }).map(({ place }) => place.id),
  ).toEqual(['320800-0'])
})

test('a radius larger than the Earth leaves out nothing', () => {
  const index = buildIndex(
    placesAt([
      { lng: -61, lat: -33.6 },
      { lng: 119, lat: 33.6 },
    ]),
  )
  expect(nearest(index, { lng: 119, lat: 33.6 }, { limit: 9, radius: 30_000_000 })).toHaveLength(2)
})

test('from one end of the Earth to the other is half its circumference', () => {
  fc.assert(
    fc.property(world, ({ lng, lat }) => {
      const opposite = { lng: lng > 0 ? lng - 180 : lng + 180, lat: -lat }
      expect(distanceMetres({ lng, lat }, opposite)).toBeCloseTo(Math.PI * 6_371_000, -1)
    }),
    // Here rounding makes the haversine larger than one.
    { examples: [[{ lng: 103.635, lat: 41.7222 }], [{ lng: 28.5795, lat: -9.0932 }]] },
  )
})

test('what is not accepted does not count towards the limit', () => {
  const places = manyPlaces(500, 4)
  const shelters = places.filter(({ kind }) => kind === 'shelter')
  const found = nearest(
    buildIndex(places),
    { lng: 119, lat: 33.6 },
    { limit: 5, accept: (ordinal) => places[ordinal]?.kind === 'shelter' },
  )
  expect(found.map(({ distance }) => distance)).toEqual(
    nearest(buildIndex(shelters), { lng: 119, lat: 33.6 }, { limit: 5 }).map(({ distance }) => distance),
  )
})

test('places at the same spot are all found', () => {
  const index = buildIndex(placesAt(Array.from({ length: 100 }, () => ({ lng: 119, lat: 33.6 }))))
  const found = nearest(index, { lng: 119, lat: 33.6 }, { limit: 100 })
  expect(new Set(found.map(({ place }) => place.id)).size).toBe(100)
  expect(found.every(({ distance }) => distance === 0)).toBe(true)
})

test('a city without places has nothing near, and no limit asks for nothing', () => {
  expect(nearest(buildIndex([]), { lng: 119, lat: 33.6 }, { limit: 20 })).toEqual([])
  expect(nearest(buildIndex(manyPlaces(10)), { lng: 119, lat: 33.6 }, { limit: 0 })).toEqual([])
})

test('Huai’an and Binzhou are as far apart as the map says', () => {
  const distance = distanceMetres({ lng: 119.0153, lat: 33.6104 }, { lng: 117.9708, lat: 37.3835 })
  expect(Math.round(distance / 1_000)).toBe(430)
})
