import { Text, View } from '@tarojs/components'
import { RequiredMark } from '@/shared/components/required-mark'
import { Icon, type IconName } from '../icon'
import { Stack, Wrap } from '../stack'
import { Tap } from '../tap'
import css from './choice.module.scss'

export interface Option<T extends string> {
  value: T
  label: string
  /** A second line. */
  text?: string
  icon?: IconName
}

/** One of a few, all in sight. `row`: side by side, for short words. */
export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
  row = false,
  unseen = false,
  isRequired = false,
}: {
  label: string
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  row?: boolean
  /** The name is for a screen reader alone; a heading says it already. */
  unseen?: boolean
  /** One must be chosen; the name carries a `*`. */
  isRequired?: boolean
}) {
  const group = { role: 'radiogroup', 'aria-label': isRequired ? `${label}，必填` : label } as const
  const items = options.map((option) => (
    <Tap
      key={option.value}
      className={`${css.option} ${row ? css.short : ''} ${option.value === value ? css.on : ''}`}
      role="radio"
      checked={option.value === value}
      onTap={() => onChange(option.value)}
    >
      {option.icon && <Icon name={option.icon} />}
      <View className={css.words}>
        <Text>{option.label}</Text>
        {option.text && <Text className={css.text}>{option.text}</Text>}
      </View>
      {option.value === value && <Icon name="check" size="s" />}
    </Tap>
  ))
  return (
    <Stack gap={1}>
      {!unseen && (
        <Text className={css.label}>
          {label}
          {isRequired && <RequiredMark />}
        </Text>
      )}
      {row ? (
        <Wrap {...group}>{items}</Wrap>
      ) : (
        <Stack gap={2} {...group}>
          {items}
        </Stack>
      )}
    </Stack>
  )
}
