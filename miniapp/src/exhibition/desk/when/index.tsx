import { addDays, dayOf } from '@common/day'
import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Choice } from '@/shared/components/choice'
import { DayField } from '@/shared/components/day-field'
import { Field } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { instantOf, isReady, problemsOf, timeText, type When } from './time'

type Props = {
  label: string
  /** What at once means here, e.g. 通过后马上发布. */
  now: string
  /** ms since 1970, by the server's clock as far as it is known. */
  clock: number
  value: When
  onChange: (when: When) => void
}

/** As far ahead as one plans. */
const mostDays = 366

/** At once, or at a day and clock time of China that are still to come. */
export function WhenField({ label, now, clock, value, onChange }: Props) {
  const problems = problemsOf(value, clock)
  const at = instantOf(value)
  const today = dayOf(clock)
  return (
    <Stack gap={3}>
      <Choice
        row
        label={label}
        options={[
          { value: 'now', label: now },
          { value: 'later', label: '定时发布' },
        ]}
        value={value.isLater ? 'later' : 'now'}
        onChange={(which) => onChange({ ...value, isLater: which === 'later' })}
      />
      {value.isLater && (
        <View className={css.pair}>
          <DayField
            label="哪一天"
            isRequired
            value={value.day}
            min={today}
            max={addDays(today, mostDays)}
            error={problems.day}
            onChange={(day) => onChange({ ...value, day })}
          />
          <Field
            label="几点（北京时间）"
            isRequired
            value={value.clock}
            max={5}
            placeholder="09:00"
            error={problems.clock}
            onChange={(time) => onChange({ ...value, clock: time })}
          />
        </View>
      )}
      {value.isLater && at !== null && isReady(value, clock) && (
        <ResultLine tone="waiting">{`将于 ${timeText(at, clock)} 发布`}</ResultLine>
      )}
    </Stack>
  )
}
