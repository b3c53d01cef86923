import { Text, View } from '@tarojs/components'
import css from './handover.module.scss'
import { orderParts } from './view'

/** The last four stand out: two people compare them aloud. */
export function OrderNumber({ id }: { id: string }) {
  const { head, tail } = orderParts(id)
  return (
    <View className={css.number} aria-label={`单号 ${id}`}>
      <Text>单号 {head}</Text>
      <Text className={css.tail}>{tail}</Text>
    </View>
  )
}
