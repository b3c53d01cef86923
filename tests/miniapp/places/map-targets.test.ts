import fc from 'fast-check'
import { isWithin, nearestTarget } from '@/places/map/targets'
import { rankedPlaces } from '@/places/nearest'
import type { Origin } from '@/shared/city/origin'
import { manyPlaces } from '../../support/samples/places'
import { aCatalogue, aPlace } from './builders'

const unknown = { state: 'unknown' as const }
const point = { lng: 119.03, lat: 33.6 }
const centre: Origin = { from: 'centre', name: '淮安', point }
const person: Origin = { from: 'position', name: '我的位置', point }
const nearAt = (distance: number) => ({
  place: aPlace({ id: `320800-${distance}`, lng: point.lng + distance / 92_800 }),
  distance,
  open: unknown,
})

it('what another page asks for begins with its nearest few in sight', () => {
  const catalogue = aCatalogue(manyPlaces(300, 5))
  fc.assert(
    fc.property(fc.double({ min: 118.3, max: 119.5, noNaN: true }), (lng) => {
      const origin = { ...centre, point: { lng, lat: 33.5 } }
      const near = rankedPlaces(catalogue, origin.point).flatMap(({ ordinal, distance }) => {
        const place = catalogue.index.places.at(ordinal)
        return place ? [{ place, distance, open: unknown }] : []
      })
      const target = nearestTarget(near, origin)
      const [first] = near
      if (!target || !('bbox' in target) || !first) throw new Error('there is a nearest place')
      expect(isWithin(target.bbox, first.place)).toBe(true)
      expect(near.filter(({ place }) => isWithin(target.bbox, place)).length).toBeGreaterThan(0)
    }),
  )
})

it('the person is in sight beside the nearest, however far that is', () => {
  const target = nearestTarget([nearAt(30_000)], person)
  expect(target && 'bbox' in target && isWithin(target.bbox, point)).toBe(true)
})

it('one that is far away does not make a point of those nearby', () => {
  const target = nearestTarget([nearAt(200), nearAt(900), nearAt(60_000)], centre)
  if (!target || !('bbox' in target)) throw new Error('there is a nearest place')
  expect(isWithin(target.bbox, nearAt(900).place)).toBe(true)
  expect(isWithin(target.bbox, nearAt(60_000).place)).toBe(false)
})

it('where nothing answers there is nowhere to go', () => {
  expect(nearestTarget([], centre)).toBeNull()
})
