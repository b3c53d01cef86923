import { useId } from 'react'
import css from './day-field.module.scss'
import type { DayFieldProps } from './props'

/** A day, by the browser's own field: typed or picked, as its keyboard and its reader know it. */
export function DayField({ label, value, onChange, min, max, none = '不限', error }: DayFieldProps) {
  const id = useId()
  const below = error ?? (value ? null : `空着就是${none}`)
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={css.button}
        value={value ?? ''}
        min={min}
        max={max}
        aria-invalid={Boolean(error)}
        aria-describedby={below ? `${id}below` : undefined}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      {below && (
        <span id={`${id}below`} className={error ? css.error : css.below}>
          {below}
        </span>
      )}
    </div>
  )
}
