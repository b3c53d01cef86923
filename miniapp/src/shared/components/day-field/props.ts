export interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`; null: none chosen. */
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
  /** What stands there while none is chosen, e.g. 不限. */
  none?: string
  error?: string | null
  /** Must be chosen: the label carries a `*`. */
  isRequired?: boolean
}
