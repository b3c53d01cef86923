/** A picture is made small by whoever adds it: thousands look at it, many of them outdoors. */
import { smallEnough } from '../../../miniapp/src/points/desk/gift/picture-size'

/** Bytes of what is sent of a picture that takes so many bits for each of its pixels at full quality. */
const sentOf = (bits: number) =>
  smallEnough(
    async (side, quality) => Math.ceil((side * side * 0.75 * bits * quality) / 8),
    (bytes) => bytes,
  )

it('a picture is sent as large as fits into sixty kilobytes', async () => {
  for (const bits of [0.5, 1, 2, 4]) expect(await sentOf(bits)).toBeLessThanOrEqual(60 * 1024)
  expect(await sentOf(0.5)).toBe(37_500)
})

it('of one that cannot be made so small nothing is sent', async () => {
  expect(await sentOf(100)).toBeNull()
})

it('a step that the phone cannot draw is passed over', async () => {
  const drawn = await smallEnough(
    async (side) => (side > 500 ? null : side),
    () => 1,
  )
  expect(drawn).toBe(480)
})
