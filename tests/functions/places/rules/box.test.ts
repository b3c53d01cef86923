import fc from 'fast-check'
import type { Bbox } from '../../../../functions/places/contract'
import { distanceMetres } from '../../../../functions/places/rules/nearby'
import { distanceToBox } from '../../../../functions/places/rules/nearby/box'

const lng = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -90, max: 90, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const box = fc
  .tuple(lng, lat, lng, lat)
  .map(([a, b, c, d]): Bbox => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)])
/** Numbers that went through sines and back agree to this many metres. */
const rounding = 0.01

describe('the distance to a bounding box', () => {
  it('is never more than to anything in it', () => {
    fc.assert(
      fc.property(box, lng, lat, share, share, ([west, south, east, north], x, y, across, up) => {
        const point = { lng: x, lat: y }
        const within = { lng: west + across * (east - west), lat: south + up * (north - south) }
        const bound = distanceToBox(point, [west, south, east, north])
        expect(bound).toBeLessThanOrEqual(distanceMetres(point, within) + rounding)
      }),
      { numRuns: 5000 },
    )
  })

  it('is reached by some point of its edge', () => {
    const huaian: Bbox = [118.2, 32.7, 119.6, 34.1]
    const edge = Array.from({ length: 20_001 }, (_, i) => i / 20_000).flatMap((t) => [
      { lng: huaian[0], lat: 32.7 + 1.4 * t },
      { lng: huaian[2], lat: 32.7 + 1.4 * t },
      { lng: 118.2 + 1.4 * t, lat: huaian[1] },
      { lng: 118.2 + 1.4 * t, lat: huaian[3] },
    ])
    for (const point of [
      { lng: 119, lat: 36 },
      { lng: 117, lat: 33.5 },
      { lng: 121, lat: 40 },
      { lng: 100, lat: 33 },
      { lng: -70, lat: -30 },
    ]) {
      const nearest = Math.min(...edge.map((spot) => distanceMetres(point, spot)))
      expect(Math.abs(distanceToBox(point, huaian) - nearest)).toBeLessThan(1)
    }
  })

  it('is nothing within it', () => {
    expect(distanceToBox({ lng: 119, lat: 33 }, [118, 32, 120, 34])).toBe(0)
  })
})
