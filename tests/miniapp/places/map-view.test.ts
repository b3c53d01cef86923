import fc from 'fast-check'
import { type Box, boxesWithRoom, labelsWithRoom, labelText } from '@/places/map/labels'
import { nearestStop } from '@/places/map/map-sheet'
import { aimed, bboxAround, fitted, pointBelow } from '@/places/map/mercator'
import { pinSvg, themePalette } from '@/places/map/pin-art'
import { pinShapes, pinStates } from '@/places/pins'

const size = { width: 390, height: 700 }
const huaian = { lng: 119.03, lat: 33.6 }

describe('what a map of a size shows', () => {
  it('is some 1,550 m across at zoom 15 in Huai’an, and higher than wide on a phone', () => {
    const [west, south, east, north] = bboxAround(huaian, 15, size)
    const across = (east - west) * 111_320 * Math.cos((huaian.lat * Math.PI) / 180)
    expect(across).toBeGreaterThan(1500)
    expect(across).toBeLessThan(1600)
    expect(north - south).toBeGreaterThan(east - west)
  })

  it('fits a city so that nothing of it is outside', () => {
    const bbox: [number, number, number, number] = [118.2, 32.7, 119.6, 34.1]
    const { centre, zoom } = fitted(bbox, size)
    const seen = bboxAround(centre, zoom, size)
    expect(seen[0]).toBeLessThanOrEqual(bbox[0])
    expect(seen[1]).toBeLessThanOrEqual(bbox[1])
    expect(seen[2]).toBeGreaterThanOrEqual(bbox[2])
    expect(seen[3]).toBeGreaterThanOrEqual(bbox[3])
    expect(zoom).toBeGreaterThan(7)
  })

  it('moves its middle down, so that the target is seen above the sheet', () => {
    const { centre } = aimed({ centre: huaian, zoom: 15 }, size, { above: 60, below: 360 })
    expect(centre.lat).toBeLessThan(huaian.lat)
    const back = pointBelow(centre, 15, -150)
    expect(back.lat).toBeCloseTo(huaian.lat, 6)
    expect(back.lng).toBeCloseTo(huaian.lng, 6)
  })

  it('shows one point closely where a city is but one place', () => {
    expect(fitted([119, 33, 119, 33], size).zoom).toBe(18)
  })
})

describe('the sheet', () => {
  const heights = { peek: 150, half: 400, full: 700 }
  it('goes one stop with a short stroke and further with a long one', () => {
    expect(nearestStop(heights, 200, 1, 'peek')).toBe('half')
    expect(nearestStop(heights, 690, 1, 'peek')).toBe('full')
    expect(nearestStop(heights, 360, -1, 'half')).toBe('peek')
    expect(nearestStop(heights, 160, -1, 'full')).toBe('peek')
  })
  it('stays at its ends', () => {
    expect(nearestStop(heights, 720, 1, 'full')).toBe('full')
    expect(nearestStop(heights, 100, -1, 'peek')).toBe('peek')
  })
})

describe('names under pins', () => {
  const middle = { x: 200, y: 300 }
  const room = { free: { left: 0, top: 60, right: 390, bottom: 600 }, taken: [] }
  const pins = [
    { key: 'far', x: 230, y: 330, width: 80 },
    { key: 'middle', x: 200, y: 300, width: 80 },
    { key: 'alone', x: 60, y: 500, width: 80 },
  ]
  it('come where there is room, the middle first', () => {
    expect(new Set(labelsWithRoom(pins, middle, room).keys())).toEqual(new Set(['alone', 'far']))
  })
  it('stay away where a cluster lies on them, or an edge or the foot would cut them', () => {
    const cluster = { left: 40, top: 510, right: 82, bottom: 552 }
    expect(labelsWithRoom(pins, middle, { ...room, taken: [cluster] }).has('alone')).toBe(false)
    const atEdge = { key: 'edge', x: 20, y: 400, width: 80 }
    const atFoot = { key: 'foot', x: 300, y: 570, width: 80 }
    expect([...labelsWithRoom([atEdge, atFoot], middle, room).keys()]).toEqual([])
  })
  it('leave out the brand and the number', () => {
    expect(labelText('中国福利彩票 32080290 淮海东路四站')).toBe('淮海东路四站')
    expect(labelText('工会驿站（淮海广场户外劳动者服务点）')).toBe('工会驿站（淮海广场…')
  })
})

describe('names on the ground', () => {
  const free = { left: 0, top: 0, right: 300, bottom: 300 }
  const box = (x: number, y: number): Box => ({ left: x, top: y, right: x + 60, bottom: y + 20 })
  const isApart = (a: Box, b: Box) =>
    a.left + 1 >= b.right || b.left + 1 >= a.right || a.top + 1 >= b.bottom || b.top + 1 >= a.bottom

  it('move beside what covers their place, and are gone where there is nowhere to move', () => {
    const name = { key: '清江浦区', boxes: [box(100, 100), box(100, 70)] }
    expect(boxesWithRoom([name], { free, taken: [] }).get('清江浦区')?.at).toBe(0)
    expect(boxesWithRoom([name], { free, taken: [box(90, 105)] }).get('清江浦区')?.at).toBe(1)
    expect(boxesWithRoom([name], { free, taken: [box(90, 105), box(90, 75)] }).size).toBe(0)
  })

  it('wherever they are: whole in the free part, touching nothing and not one another', () => {
    const anywhere = fc
      .tuple(fc.integer({ min: -40, max: 300 }), fc.integer({ min: -20, max: 300 }))
      .map(([x, y]) => box(x, y))
    fc.assert(
      fc.property(fc.array(fc.array(anywhere, { maxLength: 3 })), fc.array(anywhere), (names, taken) => {
        const wanted = names.map((boxes, n) => ({ key: String(n), boxes }))
        const found = [...boxesWithRoom(wanted, { free, taken }).values()].map((one) => one.box)
        for (const [n, one] of found.entries()) {
          expect(one.left >= 0 && one.top >= 0 && one.right <= 300 && one.bottom <= 300).toBe(true)
          expect([...taken, ...found.slice(n + 1)].every((other) => isApart(one, other))).toBe(true)
        }
      }),
    )
  })

  it('take the first place with room that they may have', () => {
    const wanted = [
      { key: 'a', boxes: [box(0, 0), box(70, 0), box(140, 0)], mayHave: (at: number) => at === 2 },
    ]
    expect(boxesWithRoom(wanted, { free, taken: [box(0, 0)] }).get('a')?.at).toBe(2)
    expect(boxesWithRoom(wanted, { free, taken: [box(140, 0)] }).get('a')).toBeUndefined()
  })

  it('ask for no place that has no room', () => {
    const asked: number[] = []
    const mayHave = (at: number) => asked.push(at) > 0
    boxesWithRoom([{ key: 'a', boxes: [box(0, 0), box(70, 0), box(140, 0)], mayHave }], {
      free,
      taken: [box(0, 0)],
    })
    expect(asked).toEqual([1])
  })
})

it('draws every pin in every state, no two alike', () => {
  const drawn = pinShapes.flatMap((shape) => pinStates.map((state) => pinSvg(shape, state, 34, themePalette)))
  expect(new Set(drawn).size).toBe(28)
})
