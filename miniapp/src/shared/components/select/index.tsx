import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { RequiredMark } from '@/shared/components/required-mark'
import type { Option } from '../choice'
import { Icon } from '../icon'
import { Sheet } from '../sheet'
import { Stack } from '../stack'
import { Tap } from '../tap'
import css from './select.module.scss'

/** One of many: shows the one, and a sheet with all when pressed. */
export function Select<T extends string>({
  label,
  options,
  value,
  onChange,
  placeholder = '请选择',
  isRequired = false,
  disabled = false,
}: {
  label: string
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  placeholder?: string
  isRequired?: boolean
  disabled?: boolean
}) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  return (
    <Stack gap={1} grow>
      <Text className={css.label}>
        {label}
        {isRequired && <RequiredMark />}
      </Text>
      <Tap
        className={css.button}
        label={`${label}${isRequired ? '，必填' : ''}：${chosen?.label ?? placeholder}`}
        expanded={open}
        disabled={disabled}
        onTap={() => setOpen(true)}
      >
        <Text className={`${css.value} ${chosen ? '' : css.none}`}>{chosen?.label ?? placeholder}</Text>
        <Icon name="down" size="s" />
      </Tap>
      <View>
        {open && (
          <Sheet title={label} onClose={() => setOpen(false)}>
            <View className={css.list} role="radiogroup" aria-label={label}>
              {options.map((option) => (
                <Tap
                  key={option.value}
                  className={`${css.option} ${option.value === value ? css.on : ''}`}
                  role="radio"
                  checked={option.value === value}
                  onTap={() => {
                    setOpen(false)
                    onChange(option.value)
                  }}
                >
                  <Stack grow>
                    <Text>{option.label}</Text>
                    {option.text && <Text className={css.text}>{option.text}</Text>}
                  </Stack>
                  {option.value === value && <Icon name="check" size="s" />}
                </Tap>
              ))}
            </View>
          </Sheet>
        )}
      </View>
    </Stack>
  )
}
