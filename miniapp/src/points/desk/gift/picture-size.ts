import { wantedPictureBytes } from '@common/picture'

/** Longest side in px, and quality in [0, 1], from good to small. */
const steps = [
  [1000, 0.8],
  [800, 0.7],
  [800, 0.6],
  [640, 0.6],
  [480, 0.5],
  [360, 0.5],
] as const

/** The best that `draw` makes of a picture and that fits; null where none does. */
export async function smallEnough<T>(
  draw: (side: number, quality: number) => Promise<T | null>,
  bytesOf: (drawn: T) => number,
): Promise<T | null> {
  for (const [side, quality] of steps) {
    const drawn = await draw(side, quality)
    if (drawn !== null && bytesOf(drawn) <= wantedPictureBytes) return drawn
  }
  return null
}
