import { Text, View } from '@tarojs/components'
import { Icon } from '@/shared/components/icon'
import { Hint } from '@/shared/components/text'
import css from './steps.module.scss'

/** `note`: who has done it, or what is missing before the next. Of the step that it is in alone. */
export type Step = { label: string; note?: string }

/** Where something stands that two people publish. `at`: the step that it is in, from 0. */
export function Steps({ label, steps, at }: { label: string; steps: readonly Step[]; at: number }) {
  const note = steps[at]?.note
  return (
    <View className={css.progress}>
      <View className={css.steps} role="list" aria-label={label}>
        {steps.map((step, index) => (
          <View
            key={step.label}
            className={`${css.step} ${index === at ? css.current : ''} ${index < at ? css.past : ''}`}
            role="listitem"
            aria-label={`${step.label}${stateText(index, at)}`}
          >
            {index < at ? (
              <Icon name="check" size="s" className={css.done} />
            ) : (
              <View className={`${css.mark} ${index === at ? css.here : css.ahead}`} aria-hidden />
            )}
            <Text className={css.label}>{step.label}</Text>
          </View>
        ))}
      </View>
      {note && <Hint>{note}</Hint>}
    </View>
  )
}

function stateText(index: number, at: number): string {
  if (index === at) return '，现在在这一步'
  return index < at ? '，已完成' : ''
}
