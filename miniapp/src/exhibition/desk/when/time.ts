/** A time of publication as it is chosen: a day and a clock time of China. Pure. */
import { addDays, type Day, dayOf, minuteMs, minutesOf, startOfDay } from '@common/day'
import { typedDay } from '@/desk/typed'
import { clockOfMinutes, clockText } from '@/shared/time/days'
import { dayText } from '@/shared/time/moments'

/** `isLater` false: at once. `day`, `clock`: as they were chosen and typed, whether or not they are used. */
export type When = { isLater: boolean; day: Day | null; clock: string }

/** Tomorrow at nine, once somebody asks for a time. */
export const atOnce = (now: number): When => ({
  isLater: false,
  day: addDays(dayOf(now), 1),
  clock: '09:00',
})

/** The time that was chosen before; at once where that is past. */
export function whenOf(at: string | null | undefined, now: number): When {
  const ms = at ? Date.parse(at) : Number.NaN
  if (Number.isNaN(ms) || ms <= now) return atOnce(now)
  return { isLater: true, day: dayOf(ms), clock: clockOfMinutes(minutesOf(ms)) }
}

/** `9:00`, `0900`, `９：００` are 540 minutes since midnight; null for what is no clock time. */
export function clockTyped(text: string): number | null {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** ms since 1970; null while it is no time. */
export function instantOf({ day, clock }: When): number | null {
  const minutes = clockTyped(clock)
  const of = day === null ? null : typedDay(day)
  return of === null || minutes === null ? null : startOfDay(of) + minutes * minuteMs
}

/** What is wrong with each of the two, by the clock of China. */
export function problemsOf(when: When, now: number): { day: string | null; clock: string | null } {
  if (!when.isLater) return { day: null, clock: null }
  if (when.day === null) return { day: '选一天', clock: null }
  if (typedDay(when.day) === null) return { day: '日期还没有写全', clock: null }
  const at = instantOf(when)
  if (at === null) return { day: null, clock: '写成 09:00 这样，用 24 小时制' }
  if (when.day < dayOf(now)) return { day: '这一天已经过了', clock: null }
  return { day: null, clock: at <= now ? `要晚于现在，北京时间 ${clockText(now)}` : null }
}

export const isReady = (when: When, now: number): boolean =>
  Object.values(problemsOf(when, now)).every((problem) => problem === null)

/** As it is sent: an instant, or null for at once. */
export function sentOf(when: When): string | null {
  const at = when.isLater ? instantOf(when) : null
  return at === null ? null : new Date(at).toISOString()
}

/** `12月3日 09:00`; with the year where it is another one. */
export const timeText = (at: number, now: number): string =>
  `${dayText(dayOf(at), dayOf(now))} ${clockText(at)}`
