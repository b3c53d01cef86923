import { View } from '@tarojs/components'
import { Name } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import css from './blocks.module.scss'
import { Player } from './player'
import { playableSource } from './renditions'
import { Unfolding } from './unfolding'

/** A recording with every word of it. */
export function AudioBlock({ block: { media, title, transcript } }: { block: BlockOf<'audio'> }) {
  const source = playableSource(media, 'audio')
  return (
    <View className={css.media}>
      <Name>{title}</Name>
      {source && <Player source={source} title={title} seconds={media.seconds} />}
      <Unfolding text={transcript} open="看文字稿" close="收起文字稿" />
    </View>
  )
}
