import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { addMonths, monthName } from '../typed'
import css from './month-picker.module.scss'

/** One month after the other, back from the last. */
export function MonthPicker({
  month,
  last,
  onChange,
}: {
  month: string
  last: string
  onChange: (month: string) => void
}) {
  return (
    <View className={css.months}>
      <Tap className={css.arrow} label="前一个月" onTap={() => onChange(addMonths(month, -1))}>
        <Icon name="back" size="s" />
      </Tap>
      <Text className={css.month}>{monthName(month)}</Text>
      <Tap
        className={css.arrow}
        label="后一个月"
        disabled={month >= last}
        onTap={() => onChange(addMonths(month, 1))}
      >
        <Icon name="next" size="s" />
      </Tap>
    </View>
  )
}
