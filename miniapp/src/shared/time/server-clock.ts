/**
 * The server's time, as far as this phone can know it. A phone's own clock may be minutes or days off, and keys of
 * orders and codes that change every 30 seconds must be of the server's time.
 */

export interface ServerClock {
  /** Milliseconds since 1970 by the server's clock; by the phone's while none was heard. */
  now(): number
  /** A Date header, and the phone's time when the question left and when the answer came. */
  onDateHeader(date: string | undefined, sentAt: number, cameAt: number): void
  /** An instant that the server wrote into an answer (ISO 8601 with milliseconds): closer than a header's whole second. */
  set(instant: string): void
}

/** A header's date is cut to the second: the middle of it is off by half a second at most. */
const halfSecond = 500

export function createServerClock(phoneNow: () => number): ServerClock {
  let ahead = 0
  let exact = false
  return {
    now: () => phoneNow() + ahead,
    onDateHeader(date, sentAt, cameAt) {
      const serverTime = Date.parse(date ?? '')
      // A phone that was set right or wrong meanwhile shows as a jump; else the exact time stays.
      if (Number.isNaN(serverTime)) return
      const measured = serverTime + halfSecond - (sentAt + cameAt) / 2
      const slack = 2 * halfSecond + (cameAt - sentAt)
      if (exact && Math.abs(measured - ahead) <= slack) return
      ahead = measured
      exact = false
    },
    set(instant) {
      const serverTime = Date.parse(instant)
      if (Number.isNaN(serverTime)) return
      ahead = serverTime - phoneNow()
      exact = true
    },
  }
}

export const serverClock = createServerClock(Date.now)
