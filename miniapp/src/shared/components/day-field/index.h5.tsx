import { useId } from 'react'
import { Icon } from '../icon'
import css from './day-field.module.scss'
import type { DayFieldProps } from './props'

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
  const below = error ?? (value || isRequired ? null : `空着就是${none}`)
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {isRequired && (
          <span className={css.required} aria-hidden>
            *
          </span>
        )}
      </label>
      <input
        id={id}
        type="date"
        className={css.button}
        value={value ?? ''}
        min={min}
        max={max}
        required={isRequired}
        aria-invalid={Boolean(error)}
        aria-describedby={below ? `${id}below` : undefined}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      {below && (
        <span id={`${id}below`} className={error ? css.error : css.below} role={error ? 'alert' : undefined}>
          {error && <Icon name="warning" size="s" />}
          {below}
        </span>
      )}
    </div>
  )
}
