import { rowAt, rowHeight, rowHeights, rowOffsets, sliceOf } from '@/places/components/row-height'

const heights = Array.from({ length: 6000 }, (_, n) => (n % 3 === 0 ? 118 : 97))
const offsets = rowOffsets(heights)

it('makes room for a second line where a name needs one, and for larger words', () => {
  const short = rowHeight('淮海东路站', 390, false)
  const long = rowHeight('中国福利彩票淮安市清江浦区淮海东路第四代销点', 390, false)
  expect(long).toBeGreaterThan(short)
  expect(rowHeight('淮海东路站', 390, true)).toBeGreaterThan(short)
  expect(rowHeight('中国福利彩票淮安市清江浦区淮海东路第四代销点', 1000, false)).toBe(short)
})

it('gives a list that is filtered again the same heights', () => {
  const heightOf = rowHeights(390, true)
  for (const name of ['淮海东路站', '中国福利彩票淮安市清江浦区淮海东路第四代销点', '淮海东路站'])
    expect(heightOf(name)).toBe(rowHeight(name, 390, true))
})

it('knows where each row lies', () => {
  expect(offsets[6000]).toBe(heights.reduce((sum, height) => sum + height, 0))
  expect(rowAt(offsets, 0)).toBe(0)
  expect(rowAt(offsets, 117)).toBe(0)
  expect(rowAt(offsets, 118)).toBe(1)
  expect(rowAt(offsets, 10_000_000)).toBe(5999)
  expect(rowAt(rowOffsets([]), 5)).toBe(0)
})

it('draws what is seen and little more, wherever one is in a list of 6,000', () => {
  for (const top of [0, 1, 5000, 300_000, offsets[6000] ?? 0]) {
    const { first, last } = sliceOf(offsets, top, 844)
    expect(offsets[first]).toBeLessThanOrEqual(top)
    expect(offsets[last]).toBeGreaterThanOrEqual(Math.min(top + 844, offsets[6000] ?? 0))
    expect(last - first).toBeLessThan(40)
  }
})

it('does not redraw for every pixel', () => {
  const seen = new Set(
    Array.from({ length: 400 }, (_, px) => JSON.stringify(sliceOf(offsets, 10_000 + px, 844))),
  )
  expect(seen.size).toBeLessThan(5)
})

it('has nothing to draw of nothing', () => {
  expect(sliceOf(rowOffsets([]), 0, 844)).toEqual({ first: 0, last: 0 })
})
