import { Text, View } from '@tarojs/components'
import { Stack } from '@/shared/components/stack'
import css from './fund.module.scss'
import { barWidth } from './money'

/** A length with its name and amount written over it. `quiet`: the second of the two colours. */
export function Bar({
  name,
  value,
  amount,
  most,
  quiet = false,
}: {
  name: string
  value: string
  amount: number
  /** As long as the track: the longest beside it, or of parts their sum. */
  most: number
  quiet?: boolean
}) {
  return (
    <Stack gap={1}>
      <View className={css.labels}>
        <Text className={css.name}>{name}</Text>
        <Text className={css.value}>{value}</Text>
      </View>
      <View className={css.track} aria-hidden>
        <View className={quiet ? css.rest : css.fund} style={{ width: `${barWidth(amount, most)}%` }} />
      </View>
    </Stack>
  )
}
