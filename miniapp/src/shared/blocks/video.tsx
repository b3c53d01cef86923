import { View } from '@tarojs/components'
import { useState } from 'react'
import { Name } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import css from './blocks.module.scss'
import { CaptionLine } from './caption-line'
import { captionAt, captionText } from './cues'
import { pictureSources, playableSource, ratioOf } from './renditions'
import { Unfolding } from './unfolding'
import { VideoPlayer } from './video-player'

const posterPixels = 960

/** A film whose captions stand below it, in the size of type that one reads. */
export function VideoBlock({ block }: { block: BlockOf<'video'> }) {
  const { media, title, captions, poster } = block
  const [caption, setCaption] = useState('')
  const source = playableSource(media, 'video')
  return (
    <View className={css.media}>
      <Name>{title}</Name>
      {source && (
        <VideoPlayer
          source={source}
          title={title}
          poster={poster ? pictureSources(poster, posterPixels)[0] : undefined}
          ratio={ratioOf(media)}
          onTime={(seconds) => setCaption(captionAt(captions, seconds))}
        />
      )}
      {captions.length > 0 && <CaptionLine text={caption} />}
      <Unfolding text={captionText(captions)} open="看全部字幕" close="收起字幕" />
    </View>
  )
}
