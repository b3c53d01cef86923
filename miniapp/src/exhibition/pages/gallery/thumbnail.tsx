import type { ShownBlock } from '@common/blocks/shown'
import { View } from '@tarojs/components'
import { pictureSources } from '@/shared/blocks/renditions'
import { Picture } from '@/shared/components/picture'
import { galleryIcon } from '../../icons'
import { firstPicture } from '../../view'
import css from './thumbnail.module.scss'

/** Of the screen, across one: the narrowest rendition is wider. */
const pixels = 160

/** What an exhibit is known by in the list of its gallery: its first picture, or the sign of the gallery. */
export function Thumbnail({ blocks, gallery }: { blocks: readonly ShownBlock[]; gallery: string }) {
  const media = firstPicture(blocks)
  return (
    <View className={css.thumbnail}>
      <Picture path={null} sources={media ? pictureSources(media, pixels) : []} icon={galleryIcon(gallery)} />
    </View>
  )
}
