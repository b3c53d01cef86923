/** The QR picture, read back the way a scanner does: by its modules. */
import { encode } from 'uqr'
import { qrPicture } from '@/shared/components/qr/matrix'

const text = 'fuyi:visit:320800-32080290:12345678'

/** Black cells of the picture: `x,y`, and how wide it is. */
function cells(picture: string) {
  const svg = decodeURIComponent(picture.slice(picture.indexOf(',') + 1))
  const size = Number(/viewBox='0 0 (\d+)/.exec(svg)?.[1])
  const strokes = [...svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].map(([, x, y, n]) => [x, y, n].map(Number))
  const black = strokes.flatMap(([x = 0, y = 0, n = 0]) =>
    Array.from({ length: n }, (_, i) => `${x + i},${y}`),
  )
  return { svg, size, black }
}

test('every module stands where the encoder put it', () => {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const expected = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x},${y}`] : [])))
  expect(cells(qrPicture(text)).black).toEqual(expected)
})

test('four modules of white stand around, on white, whatever the theme', () => {
  const { black, size, svg } = cells(qrPicture(text))
  const far = black.map((cell) => cell.split(',').map(Number))
  expect(Math.min(...far.flat())).toBe(4)
  expect(Math.max(...far.flat())).toBe(size - 5)
  expect(svg).toContain("fill='#fff'")
})

test('a new code every 30 seconds costs WeChat less than 4 KB', () => {
  expect(qrPicture(text).length).toBeLessThan(4096)
})
