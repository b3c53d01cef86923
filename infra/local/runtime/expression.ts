/** When a schedule is due next: of EventBridge Scheduler's expressions those that a domain may use. */

const minuteMs = 60_000
const units: Record<string, number> = { minute: minuteMs, hour: 60 * minuteMs, day: 1440 * minuteMs }

/** Offsets of the zones that schedules name; none of them has summer time. */
const offsets: Record<string, number> = { 'Asia/Shanghai': 8 * 60 * minuteMs, UTC: 0 }

/**
 * The first time after `now` (ms since 1970) at which `cron(MINUTE HOUR * * ? *)`, `cron(MINUTE * * * ? *)` or `rate(N
 * UNIT)` is due. Throws for any other expression and for a zone it does not know.
 */
export const nextTime = (expression: string, timeZone: string, now: number): number => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  if (rate) return now + Number(rate[1]) * (units[rate[2] ?? ''] ?? Number.NaN)
  const cron = /^cron\((\d{1,2}) (\d{1,2}|\*) \* \* \? \*\)$/.exec(expression)
  const offset = offsets[timeZone]
  if (!cron || offset === undefined) throw new Error(`cannot run ${expression} in ${timeZone} here`)
  const [, minute = '', hour = ''] = cron
  const isHourly = hour === '*'
  const period = isHourly ? 60 * minuteMs : 1440 * minuteMs
  const phase = (Number(minute) + (isHourly ? 0 : Number(hour) * 60)) * minuteMs - offset
  return now + period - modulo(now - phase, period)
}

const modulo = (value: number, by: number) => ((value % by) + by) % by
