import { Text, View } from '@tarojs/components'
import { Hint } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import css from './blocks.module.scss'
import { numberText, unbrokenTimeText } from './words'

/** One figure, large, with where it is from and of which day. */
export function FigureBlock({ block }: { block: BlockOf<'figure'> }) {
  const { value, unit, label, source, date } = block
  const from = [source && `来源：${source}`, date && `截至 ${unbrokenTimeText(date)}`]
    .filter(Boolean)
    .join(' · ')
  return (
    <View className={css.media}>
      <Text className={css.label}>{label}</Text>
      <View className={css.value}>
        <Text className={css.number}>{numberText(value)}</Text>
        <Text className={css.unit}> {unit}</Text>
      </View>
      {from !== '' && <Hint>{from}</Hint>}
    </View>
  )
}
