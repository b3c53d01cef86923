/** Which form of a file is loaded, and the room it takes before it is there. Pure. */
import type { ShownMedia } from '@common/blocks/shown'

const origin = process.env.TARO_APP_API ?? ''

/** A path on our own origin with that origin; an address as it is. */
export const addressOf = (src: string): string => (src.startsWith('/') ? origin + src : src)

/**
 * Addresses to try one after the other: the narrowest that is at least `pixels` wide, else the widest, WebP first.
 * A phone that cannot read WebP takes the next.
 */
export function pictureSources({ renditions }: Pick<ShownMedia, 'renditions'>, pixels: number): string[] {
  const pictures = renditions.filter(({ type }) => type.startsWith('image/'))
  const best = pictures.find(({ width }) => (width ?? 0) >= pixels) ?? pictures[pictures.length - 1]
  return pictures.filter(({ width }) => width === best?.width).map(({ src }) => addressOf(src))
}

/** Address of what plays; null where there is nothing of that kind. */
export function playableSource(
  { renditions }: Pick<ShownMedia, 'renditions'>,
  kind: 'audio' | 'video',
): string | null {
  const found = renditions.filter(({ type }) => type.startsWith(`${kind}/`))
  const last = found[found.length - 1]
  return last ? addressOf(last.src) : null
}

/** A picture that is higher than this is shown whole between bands. */
const highest = 1.5
const unknown = 0.75

/** Height by width. */
export function ratioOf({ width, height, renditions }: ShownMedia): number {
  const sized = [{ width, height }, ...renditions].find((one) => one.width && one.height)
  return sized?.width && sized.height ? Math.min(sized.height / sized.width, highest) : unknown
}
