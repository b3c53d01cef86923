/** Days and clock times in Chinese words. */
import { type Day, minutesOf, weekdayOf } from '@common/day'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** `周三`. */
export function weekdayName(day: Day): string {
  return weekdays[weekdayOf(day)] ?? ''
}

/** `2月21日`. */
export function monthDay(day: Day): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** Minutes since midnight as `08:30`; a moment past midnight keeps its clock: 1560 is `02:00`. */
export function clockOfMinutes(minutes: number): string {
  const inDay = minutes % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** The clock of a moment (ms): `08:30`. */
export function clockText(at: number): string {
  return clockOfMinutes(minutesOf(at))
}
