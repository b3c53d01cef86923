import { amenities, kinds, roles } from '@contract/places'
import fc from 'fast-check'
import { createMarkers } from '@/places/map/clusters'
import { indexSpots } from '@/places/map/spots'
import { answeredPlaces, everything, nearestPlaces, rankedPlaces } from '@/places/nearest'
import { manyPlaces } from '../../support/samples/places'
import { aCatalogue, at } from './builders'

const catalogue = aCatalogue(manyPlaces(300, 5))
const now = at('2026-11-18T10:30')
const from = { lng: 119.03, lat: 33.6 }
const filters = fc.record({
  kinds: fc.subarray([...kinds]),
  roles: fc.subarray([...roles], { maxLength: 2 }),
  amenities: fc.subarray([...amenities], { maxLength: 2 }),
  openAt: fc.constantFrom(null, now),
})

it('finds for every filter what a search for it finds', () => {
  const answered = answeredPlaces(catalogue, rankedPlaces(catalogue, from), now)
  fc.assert(
    fc.property(filters, (filter) => {
      const found = nearestPlaces(catalogue, from, { limit: catalogue.count, filter, now })
      expect(answered.matching(filter)).toEqual(found)
    }),
  )
})

it('builds no more places than a filter leaves', () => {
  const fresh = aCatalogue(manyPlaces(300, 5))
  const looked = jest.spyOn(fresh.index.places, 'at')
  const answered = answeredPlaces(fresh, rankedPlaces(fresh, from), now)
  const found = answered.matching({ ...everything, roles: ['love-aid'], openAt: now })
  expect(found.length).toBeGreaterThan(0)
  expect(found.length).toBeLessThan(300)
  expect(looked).toHaveBeenCalledTimes(found.length)
})

it('looks at no place again when another filter is asked for, and gives the same rows', () => {
  const answered = answeredPlaces(catalogue, rankedPlaces(catalogue, from), now)
  const all = new Set(answered.matching(everything))
  const looked = jest.spyOn(catalogue.index.places, 'at')
  const open = answered.matching({ ...everything, openAt: now })
  expect(open.length).toBeGreaterThan(0)
  expect(open.every((near) => all.has(near))).toBe(true)
  expect(looked).not.toHaveBeenCalled()
})

it('gives a filter that is taken back the list that was there, and clusters nothing anew', () => {
  const answered = answeredPlaces(catalogue, rankedPlaces(catalogue, from), now)
  const spots = indexSpots(catalogue.places)
  const before = answered.matching(everything)
  const markers = createMarkers(before, '2026-11-18', spots)
  expect(createMarkers(answered.matching({ ...everything, openAt: now }), '2026-11-18', spots)).not.toBe(
    markers,
  )
  const after = answered.matching({ ...everything })
  expect(after).toBe(before)
  expect(createMarkers(after, '2026-11-18', spots)).toBe(markers)
  expect(createMarkers(after, '2026-11-19', spots)).not.toBe(markers)
})
