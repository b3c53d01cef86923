import { Input, Text, Textarea, View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { RequiredMark } from '@/shared/components/required-mark'
import { Icon } from '../icon'
import { Stack } from '../stack'
import css from './field.module.scss'
import { Label } from './label'
import { manyLinesTyped, oneLineTyped } from './typed'

interface Common {
  label: string
  value: string
  onChange: (value: string) => void
  /** One line below, e.g. what the value is for. */
  hint?: string
  /** What is wrong with the value; takes the hint's place. */
  error?: string | null
  placeholder?: string
  /** Characters at most. */
  max?: number
  disabled?: boolean
  /** Must be filled: the label carries a `*`. */
  isRequired?: boolean
}

/** One line to type. `number` and `digits` bring the phone's number keys; `code` is spaced for reading aloud. */
export function Field({
  kind = 'text',
  focus,
  selectAll = false,
  confirm = 'done',
  onConfirm,
  ...common
}: Common & {
  kind?: 'text' | 'number' | 'digits' | 'code'
  focus?: boolean
  /** With `focus`: what is typed next takes the place of what stands there. */
  selectAll?: boolean
  /** What the keyboard's own key says. */
  confirm?: 'search' | 'done' | 'send' | 'next' | 'go'
  onConfirm?: () => void
}) {
  const { id, frame, named } = useFrame(common)
  return frame(
    <Input
      id={id}
      className={`${css.input} ${kind === 'code' || kind === 'digits' ? css.code : ''} ${common.error ? css.wrong : ''}`}
      type={kind === 'number' || kind === 'digits' ? 'number' : 'text'}
      value={common.value}
      maxlength={common.max ?? 140}
      placeholder={common.placeholder}
      placeholderClass={css.placeholder}
      disabled={common.disabled}
      focus={focus}
      {...(selectAll ? { selectionStart: 0, selectionEnd: common.value.length } : {})}
      confirmType={confirm}
      onInput={({ detail }) => common.onChange(oneLineTyped(detail.value))}
      onConfirm={onConfirm}
      {...named}
    />,
  )
}

/** Several lines to type. */
export function TextArea(common: Common) {
  const { id, frame, named } = useFrame(common)
  return frame(
    <Textarea
      id={id}
      className={`${css.input} ${css.area} ${common.error ? css.wrong : ''}`}
      value={common.value}
      maxlength={common.max ?? 500}
      placeholder={common.placeholder}
      placeholderClass={css.placeholder}
      disabled={common.disabled}
      onInput={({ detail }) => common.onChange(manyLinesTyped(detail.value))}
      {...named}
    />,
  )
}

/** The name above, the hint or the error below. */
function useFrame({ label, hint, error, isRequired }: Common) {
  const id = `field${useId().replace(/:/g, '')}`
  const below = error ?? hint
  const frame = (input: ReactNode) => (
    <Stack gap={1} grow>
      <Label of={id} className={css.label}>
        {label}
        {isRequired && <RequiredMark />}
      </Label>
      {input}
      <View role={error ? 'alert' : undefined} aria-live="polite">
        {below && (
          <View className={`${css.below} ${error ? css.error : ''}`}>
            {error && <Icon name="warning" size="s" />}
            <Text>{below}</Text>
          </View>
        )}
      </View>
    </Stack>
  )
  return {
    id,
    frame,
    named: {
      'aria-label': [label, isRequired && '必填', below].filter(Boolean).join('，'),
      ...(error && { 'aria-invalid': true }),
    },
  }
}
