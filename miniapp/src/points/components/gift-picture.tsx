import type { Gift } from '@contract/points'
import { pictureSources } from '@/shared/blocks/renditions'
import { Picture } from '@/shared/components/picture'
import { useWindowSize } from '@/shared/platform/window-size'
import { giftIcons } from '../icons'

/** More would cost more than an eye sees. */
const densest = 2

/** The picture of a gift in a square, in the size that fits; of before there were sizes, as it is. @param part of the screen's width */
export function GiftPicture({
  gift: { picture, media, category },
  part,
  label,
  className,
}: {
  gift: Pick<Gift, 'picture' | 'media' | 'category'>
  part: number
  label?: string
  className?: string
}) {
  const { width, density } = useWindowSize()
  const pixels = Math.round(Math.min(width, 480) * part * Math.min(density, densest))
  return (
    <Picture
      path={picture}
      sources={media && pictureSources(media, pixels)}
      label={label}
      icon={giftIcons[category]}
      className={className}
    />
  )
}
