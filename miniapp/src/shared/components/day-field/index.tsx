import { Picker, Text, View } from '@tarojs/components'
import { RequiredMark } from '@/shared/components/required-mark'
import { Icon } from '../icon'
import { Tap } from '../tap'
import css from './day-field.module.scss'
import type { DayFieldProps } from './props'

/** A day, by WeChat's own wheel. */
export function DayField({
  label,
  value,
  onChange,
  min,
  max,
  none = '不限',
  error,
  isRequired,
}: DayFieldProps) {
  return (
    <View className={css.field}>
      <Text className={css.label}>
        {label}
        {isRequired && <RequiredMark />}
      </Text>
      <View className={css.line}>
        <Picker
          className={css.grow}
          mode="date"
          value={value ?? ''}
          start={min}
          end={max}
          onChange={({ detail }) => onChange(detail.value)}
        >
          <View className={css.button} aria-role="button" aria-label={`${label}：${value ?? none}`}>
            <Text className={css.value}>{value ?? none}</Text>
            <Icon name="calendar" size="s" />
          </View>
        </Picker>
        {value && (
          <Tap className={css.clear} label={`不要${label}`} onTap={() => onChange(null)}>
            <Icon name="close" size="s" />
          </Tap>
        )}
      </View>
      <View role={error ? 'alert' : undefined} aria-live="polite">
        {error && (
          <View className={css.error}>
            <Icon name="warning" size="s" />
            <Text>{error}</Text>
          </View>
        )}
      </View>
    </View>
  )
}
