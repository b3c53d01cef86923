import { Text, View } from '@tarojs/components'
import css from './video.module.scss'

/** What is being said. Its room is there before anything is. */
export function CaptionLine({ text }: { text: string }) {
  return (
    <View className={css.caption}>
      <Text>{text}</Text>
    </View>
  )
}
