import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import css from './blocks.module.scss'
import { Paragraphs } from './text'

/** A text that unfolds. Nothing where there is none. */
export function Unfolding({ text, open, close }: { text: string; open: string; close: string }) {
  const [unfolded, setUnfolded] = useState(false)
  if (text.trim() === '') return null
  return (
    <View>
      <Tap className={css.fold} expanded={unfolded} onTap={() => setUnfolded(!unfolded)}>
        <Text>{unfolded ? close : open}</Text>
        <Icon name={unfolded ? 'up' : 'down'} size="s" />
      </Tap>
      {unfolded && <Paragraphs text={text} />}
    </View>
  )
}
