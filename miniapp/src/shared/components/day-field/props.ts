/** Stands in the place of a day that is typed in part, e.g. without its month, whose text the browser does not tell. It is no day. */
export const unfinishedDay = '没有写全'

export interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`; null: none chosen; `unfinishedDay`, of a browser alone. */
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
