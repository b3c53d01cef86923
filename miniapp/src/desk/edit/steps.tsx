import { Text, View } from '@tarojs/components'
import { Hint } from '@/shared/components/text'
import css from './steps.module.scss'

/** `note`: who has done it, or what is missing before the next. */
export type Step = { label: string; note?: string }

/** Where something stands that two people publish. `at`: the step that it is in, from 0. */
export function Steps({ label, steps, at }: { label: string; steps: readonly Step[]; at: number }) {
  return (
    <View className={css.steps} role="list" aria-label={label}>
      {steps.map((step, index) => (
        <View
          key={step.label}
          className={`${css.step} ${index === at ? css.current : ''} ${index < at ? css.past : ''}`}
          role="listitem"
          aria-label={`${step.label}${index === at ? '，现在在这一步' : ''}${step.note ? `，${step.note}` : ''}`}
        >
          <Text className={css.label}>{step.label}</Text>
          {step.note && <Hint>{step.note}</Hint>}
        </View>
      ))}
    </View>
  )
}
