import type { ShownMedia } from '@common/blocks/shown'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useWindowSize } from '@/shared/window-size'
import type { BlockOf } from './block-of'
import { Frame, insideFrame } from './frame'
import css from './pictures.module.scss'
import { pictureSources, ratioOf } from './renditions'

type Described = { media: ShownMedia; description: string; caption: string }

/** Its room is there before it has come, so that nothing shifts; loaded when it is near the window. */
export function PictureBlock({ picture }: { picture: Described }) {
  const { media, description, caption } = picture
  return (
    <Stack gap={2}>
      <MediaPicture media={media} description={description} />
      {caption !== '' && <Hint>{caption}</Hint>}
    </Stack>
  )
}

export function PicturesBlock({ block: { pictures } }: { block: BlockOf<'pictures'> }) {
  return (
    <View className={css.pictures} role="list" aria-label={`${pictures.length} 张图片`}>
      {pictures.map((picture) => (
        <View key={picture.media.id} role="listitem">
          <PictureBlock picture={picture} />
        </View>
      ))}
    </View>
  )
}

function MediaPicture({ media, description }: { media: ShownMedia; description: string }) {
  const [failed, setFailed] = useState(0)
  const sources = pictureSources(media, usePixels())
  const source = sources[failed]
  return (
    <Frame ratio={ratioOf(media)} wide>
      {source === undefined ? (
        <View className={`${insideFrame} ${css.absent}`}>
          <Icon name="picture" size="l" />
          <Text>{description}</Text>
        </View>
      ) : (
        <Image
          className={insideFrame}
          src={source}
          mode="aspectFit"
          lazyLoad
          webp
          onError={() => setFailed(failed + 1)}
          aria-label={description}
        />
      )}
    </Frame>
  )
}

/** px of a column of the design. */
const widest = 480
/** More would cost more than an eye sees. */
const densest = 2

/** Of the screen, across a picture of the column's width. */
function usePixels(): number {
  const { width, density } = useWindowSize()
  return Math.round(Math.min(width, widest) * Math.min(density, densest))
}
