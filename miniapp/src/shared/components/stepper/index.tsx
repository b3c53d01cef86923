import { Text, View } from '@tarojs/components'
import { Icon } from '../icon'
import { Tap } from '../tap'
import css from './stepper.module.scss'

/** A small whole number to raise and lower. */
export function Stepper({
  label,
  value,
  onChange,
  min = 0,
  max = 9999,
  step = 1,
}: {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
}) {
  const to = (next: number) => () => onChange(Math.min(max, Math.max(min, next)))
  return (
    <View className={css.stepper} aria-label={label}>
      <Tap
        className={css.button}
        label={`${label}减 ${step}`}
        disabled={value <= min}
        onTap={to(value - step)}
      >
        <Icon name="minus" size="s" />
      </Tap>
      <View className={css.value} aria-live="polite">
        <Text>{value}</Text>
      </View>
      <Tap
        className={css.button}
        label={`${label}加 ${step}`}
        disabled={value >= max}
        onTap={to(value + step)}
      >
        <Icon name="plus" size="s" />
      </Tap>
    </View>
  )
}
