import { useId } from 'react'
import { RequiredMark } from '@/shared/components/required-mark'
import { Icon } from '../icon'
import css from './day-field.module.scss'
import { type DayFieldProps, unfinishedDay } from './props'

/** A day, by the browser's own field: typed or picked, as its keyboard and its reader know it. */
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
  const id = useId()
  const isUnfinished = value === unfinishedDay
  const wrong = error ?? (isUnfinished ? '日期还没有写全' : null)
  const below = wrong ?? (value || isRequired ? null : `空着就是${none}`)
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {isRequired && <RequiredMark />}
      </label>
      <input
        id={id}
        type="date"
        className={css.button}
        // What is typed in part stays where the browser shows it.
        value={isUnfinished ? '' : (value ?? '')}
        min={min}
        max={max}
        required={isRequired}
        aria-invalid={Boolean(wrong)}
        aria-describedby={below ? `${id}below` : undefined}
        onChange={(event) => onChange(dayIn(event.currentTarget))}
        // A part of a day that was none before, or the last part of one taken away, is no change to the browser.
        onBlur={(event) => {
          const now = dayIn(event.currentTarget)
          if ((now === unfinishedDay) !== isUnfinished) onChange(now)
        }}
      />
      {below && (
        <span id={`${id}below`} className={wrong ? css.error : css.below} role={wrong ? 'alert' : undefined}>
          {wrong && <Icon name="warning" size="s" />}
          {below}
        </span>
      )}
    </div>
  )
}

const dayIn = ({ value, validity }: HTMLInputElement): string | null =>
  value || (validity.badInput ? unfinishedDay : null)
