import fc from 'fast-check'
import { nextTime } from '../../infra/local/runtime/expression'

const shanghai = (text: string) => Date.parse(`${text}+08:00`)
const next = (expression: string, now: number) =>
  new Date(nextTime(expression, 'Asia/Shanghai', now) + 8 * 3_600_000).toISOString().slice(0, 16)

describe('a schedule is due', () => {
  it('daily at its minute in Shanghai', () => {
    const daily = 'cron(10 0 * * ? *)'
    expect(next(daily, shanghai('2026-11-22T00:09:59'))).toBe('2026-11-22T00:10')
    expect(next(daily, shanghai('2026-11-22T00:10:00'))).toBe('2026-11-23T00:10')
    expect(next(daily, shanghai('2026-12-31T23:59:00'))).toBe('2027-01-01T00:10')
  })

  it('hourly at its minute', () => {
    const hourly = 'cron(40 * * * ? *)'
    expect(next(hourly, shanghai('2026-11-22T23:41:00'))).toBe('2026-11-23T00:40')
    expect(next(hourly, shanghai('2026-11-22T07:39:59'))).toBe('2026-11-22T07:40')
  })

  it('so long after the last time', () => {
    expect(nextTime('rate(5 minutes)', 'UTC', 1000)).toBe(301_000)
    expect(nextTime('rate(1 day)', 'UTC', 0)).toBe(86_400_000)
  })

  it('always later than now, never later than its period', () => {
    const times = fc.record({
      minute: fc.integer({ min: 0, max: 59 }),
      hour: fc.integer({ min: 0, max: 23 }),
      now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    })
    fc.assert(
      fc.property(times, ({ minute, hour, now }) => {
        const due = nextTime(`cron(${minute} ${hour} * * ? *)`, 'Asia/Shanghai', now)
        expect(due - now).toBeGreaterThan(0)
        expect(due - now).toBeLessThanOrEqual(86_400_000)
        const there = new Date(due + 8 * 3_600_000)
        expect([there.getUTCHours(), there.getUTCMinutes(), due % 60_000]).toEqual([hour, minute, 0])
      }),
    )
  })

  it('never, where the local runner does not know the expression', () => {
    expect(() => nextTime('cron(0 0 1 * ? *)', 'Asia/Shanghai', 0)).toThrow('cannot run')
    expect(() => nextTime('cron(0 0 * * ? *)', 'Europe/Berlin', 0)).toThrow('cannot run')
  })
})
