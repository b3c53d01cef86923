/** The server's time on a phone whose own clock is wrong. */
import { createServerClock } from '@/shared/time/server-clock'

const noon = Date.parse('2026-11-22T04:00:00Z')

/** A phone that believes it is so many ms later than it is. */
function wrongBy(ms: number) {
  const phone = { real: noon }
  return { phone, clock: createServerClock(() => phone.real + ms), now: () => phone.real + ms }
}

test('until the server was heard the phone is believed', () => {
  expect(wrongBy(5000).clock.now()).toBe(noon + 5000)
})

test.each([3_600_000, -86_400_000])('a phone that is wrong by %i ms is set right to the second', (ms) => {
  const { clock, now } = wrongBy(ms)
  clock.onDateHeader('Sun, 22 Nov 2026 04:00:00 GMT', now() - 100, now() + 100)
  expect(Math.abs(clock.now() - noon)).toBeLessThanOrEqual(500)
})

test('what the server wrote to the millisecond is better, and a later whole second does not spoil it', () => {
  const { clock, now } = wrongBy(60_000)
  clock.set('2026-11-22T04:00:00.123Z')
  clock.onDateHeader('Sun, 22 Nov 2026 04:00:00 GMT', now(), now())
  expect(clock.now()).toBe(noon + 123)
})

test('a phone that is set right meanwhile shows as a jump, and the server is heard anew', () => {
  let phone = noon + 3_600_000
  const clock = createServerClock(() => phone)
  clock.set('2026-11-22T04:00:00.000Z')
  phone = noon
  clock.onDateHeader('Sun, 22 Nov 2026 04:00:00 GMT', phone, phone)
  expect(Math.abs(clock.now() - noon)).toBeLessThanOrEqual(500)
})

test.each([undefined, '', 'yesterday'])('a date of %p says nothing', (date) => {
  const { clock } = wrongBy(5000)
  clock.onDateHeader(date, noon, noon)
  expect(clock.now()).toBe(noon + 5000)
})
