import type { OpenAnswer, PlaceSummary } from '@contract/places'
import { distanceMetres } from '@functions/places/rules/nearby'
import fc from 'fast-check'
import { noChoice } from '@/places/choice'
import { createMarkers, lastClusterZoom, type Marker } from '@/places/map/clusters'
import { createMapMemory } from '@/places/map/memory'
import { indexSpots, spotMetres } from '@/places/map/spots'
import { pinShape, pinState } from '@/places/pins'
import { aPlace, aStorage } from './builders'

const unknown: OpenAnswer = { state: 'unknown' }
const whole: [number, number, number, number] = [118, 32, 120, 35]
const day = '2026-03-04'
const pinned = (places: PlaceSummary[]) => places.map((place) => ({ place, open: unknown }))
/** `shown` of a city whose places are `all`. */
const markersOf = (shown: PlaceSummary[], all = shown) => createMarkers(pinned(shown), day, indexSpots(all))
const places = Array.from({ length: 50 }, (_, n) =>
  aPlace({ id: `320800-${n}`, lng: 119 + (n % 10) * 0.001, lat: 33.6 + Math.floor(n / 10) * 0.001 }),
)

describe('markers', () => {
  it('counts every place once, alone or in a cluster', () => {
    for (const zoom of [8, 11, 13, 15, 17]) {
      const found = markersOf(places).inView(whole, zoom)
      const sum = found.reduce((n, marker) => n + (marker.type === 'cluster' ? marker.count : 1), 0)
      expect({ zoom, sum }).toEqual({ zoom, sum: 50 })
    }
  })

  it('shows every place as itself when one looks closely', () => {
    const found = markersOf(places).inView(whole, lastClusterZoom + 1)
    expect(found.every((marker) => marker.type === 'place')).toBe(true)
  })

  it('makes no marker outside of what one sees', () => {
    const markers = markersOf(places)
    expect(markers.inView([100, 20, 101, 21], 16)).toEqual([])
    const seen = markers.inView([119, 33.6, 119.002, 33.601], 16)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.length).toBeLessThan(10)
  })

  it('opens a cluster where it falls apart', () => {
    const markers = markersOf(places)
    const cluster = markers.inView(whole, 9).find((marker) => marker.type === 'cluster')
    if (cluster?.type !== 'cluster') throw new Error('no cluster at zoom 9')
    const inside = markers.inView(whole, cluster.zoom)
    expect(inside.length).toBeGreaterThan(1)
  })

  it('gives what a filter leaves alone the same key, so that it is not drawn anew', () => {
    const far = Array.from({ length: 20 }, (_, n) =>
      aPlace({ id: `320800-5${n}`, lng: 119.5 + n * 0.001, lat: 33.6 }),
    )
    const keys = (shown: PlaceSummary[]) =>
      markersOf(shown, [...far, ...places])
        .inView(whole, 11)
        .map(({ key }) => key)
    const before = keys([...far, ...places])
    expect(keys([...places, ...far])).toEqual(before)
    const after = keys([...far.slice(1), ...places])
    expect(after.filter((key) => before.includes(key))).toEqual(keys(places))
    expect(after).not.toEqual(before)
  })
})

describe('places that no zoom tells apart', () => {
  const mall = Array.from({ length: 10 }, (_, floor) =>
    aPlace({ id: `320800-9${floor}`, name: `商场 ${floor + 1} 楼`, lng: 119.05 + floor * 1e-6, lat: 33.62 }),
  )
  const allIds = (marker: Marker) =>
    marker.type === 'place' ? [marker.id] : marker.type === 'spot' ? marker.ids : []

  it('are one spot that names each of them, at every zoom', () => {
    const alone = markersOf(mall)
    for (const zoom of [8, 12, 15, 16, 17, 18]) {
      const [spot, ...others] = alone.inView(whole, zoom)
      expect(others).toEqual([])
      expect(spot).toMatchObject({ type: 'spot', count: 10, ids: mall.map(({ id }) => id) })
    }
  })

  it('count each in the clusters further out', () => {
    const found = markersOf([...places, ...mall]).inView(whole, 8)
    expect(found.reduce((n, marker) => n + (marker.type === 'place' ? 1 : marker.count), 0)).toBe(60)
  })

  it('keep the list’s order within the spot, and the spot whatever the order', () => {
    const reversed = markersOf(mall.toReversed()).inView(whole, 18)
    expect(reversed).toMatchObject([{ type: 'spot', ids: mall.toReversed().map(({ id }) => id) }])
    const spots = indexSpots([...mall, aPlace()])
    expect(spots.beside(pinned(mall), '320800-93')).toHaveLength(10)
    expect(spots.beside(pinned([...mall, aPlace()]), aPlace().id)).toEqual(pinned([aPlace()]))
    expect(spots.beside(pinned(mall), aPlace().id)).toEqual([])
  })

  it('stay together when a filter leaves the first of them out', () => {
    const row = [0, 7, -7].map((metres, n) =>
      aPlace({ id: `320800-7${n}`, lng: 119.05, lat: 33.62 + metres / 111_195 }),
    )
    const found = markersOf(row.slice(1), row).inView(whole, 18)
    expect(found).toMatchObject([{ type: 'spot', ids: ['320800-71', '320800-72'] }])
  })

  it('are found once for a city: a filter measures nothing', () => {
    let measured = 0
    const watched = [...places, ...mall].map(({ lng, lat, ...rest }) => ({
      ...rest,
      get lng() {
        measured++
        return lng
      },
      lat,
    }))
    const spots = indexSpots(watched)
    measured = 0
    expect(spots.group(pinned(watched))).toHaveLength(51)
    expect(measured).toBe(0)
  })

  it('leave no place out of reach: near the ground each is a pin or named by a spot, and none lies on another', () => {
    const somewhere = fc.record({
      lng: fc.integer({ min: 0, max: 80 }).map((n) => 119 + n * 0.00002),
      lat: fc.integer({ min: 0, max: 80 }).map((n) => 33.6 + n * 0.00002),
    })
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 60 }), (points) => {
        const many = points.map((point, n) => aPlace({ id: `320800-${100 + n}`, ...point }))
        const found = markersOf(many).inView(whole, lastClusterZoom + 1)
        expect(found.flatMap(allIds).toSorted()).toEqual(many.map(({ id }) => id).toSorted())
        for (const [i, { point }] of found.entries())
          for (const other of found.slice(i + 1))
            expect(distanceMetres(point, other.point)).toBeGreaterThan(spotMetres * 0.99)
      }),
    )
  })
})

describe('pins', () => {
  it.each([
    [{ roles: ['love-aid', 'warm-cabin', 'post-station'] }, 'heart'],
    [{ roles: ['warm-cabin'] }, 'house'],
    [{ roles: ['parcel-point'] }, 'parcel'],
    [{ kind: 'hall' }, 'star'],
    [{ kind: 'project' }, 'leaf'],
    [{ kind: 'shelter' }, 'cup'],
    [{}, 'round'],
  ] as const)('a place with %j is drawn as a %s in winter', (overrides, shape) => {
    const place = aPlace({ ...overrides, roles: 'roles' in overrides ? [...overrides.roles] : [] })
    expect(pinShape(place, '2026-01-10')).toBe(shape)
  })

  it('loses the house in summer', () => {
    expect(pinShape(aPlace({ roles: ['warm-cabin'] }), '2026-07-10')).toBe('round')
  })

  it('shows a doubt before anything else', () => {
    const open: OpenAnswer = { state: 'open', until: null, salesPaused: false }
    expect(pinState(aPlace(), open)).toBe('open')
    expect(pinState(aPlace({ doubts: [{ fact: 'locked', since: '2026-03-01' }] }), open)).toBe('doubt')
    expect(pinState(aPlace(), unknown)).toBe('unknown')
  })
})

describe('the last view', () => {
  const view = { adcode: '320800', centre: { lng: 119.031234, lat: 33.604321 }, zoom: 14, choice: noChoice }

  it('comes back, to about a hundred metres', () => {
    const memory = createMapMemory(aStorage())
    memory.write(view, null)
    expect(memory.read()).toEqual({ ...view, centre: { lng: 119.031, lat: 33.604 } })
  })

  it('does not keep where the person is under the name of a view', () => {
    const memory = createMapMemory(aStorage())
    memory.write(view, { lng: 119.04, lat: 33.61 })
    expect(memory.read()).toEqual({ ...view, centre: null })
  })
})
