import { Text, View } from '@tarojs/components'
import type { OpenLine } from '../view'
import { openText } from '../view'
import css from './open-sign.module.scss'

/** Open, closed, paused or unknown: as a shape, a colour and words. `large` is for the place page. */
export function OpenSign({ line, large = false }: { line: OpenLine; large?: boolean }) {
  return (
    <View className={`${css.sign} ${css[line.tone]} ${large ? css.large : ''}`}>
      <View className={css.shape} aria-hidden />
      <Text className={css.words}>{openText(line)}</Text>
    </View>
  )
}
