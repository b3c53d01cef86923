/**
 * Calendar days and wall-clock minutes of China. The whole country keeps UTC+8 and has had no daylight saving
 * time since 1992, so plain arithmetic is exact: no time zone database has to travel to the phone.
 */

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. Days compare as text in the order of time. */
export type Day = string

export const minuteMs = 60_000
export const dayMs = 24 * 60 * minuteMs
const shanghaiOffsetMs = 8 * 60 * minuteMs

/** The day that an instant (ms since 1970, UTC) falls on in Shanghai. */
export function dayOf(at: number): Day {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10)
}

/** Whole minutes since midnight in Shanghai, 0..1439. */
export function minutesOf(at: number): number {
  const sinceMidnight = (((at + shanghaiOffsetMs) % dayMs) + dayMs) % dayMs
  return Math.floor(sinceMidnight / minuteMs)
}

/** The instant (ms since 1970, UTC) of 00:00 in Shanghai. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs
}

export function addDays(day: Day, n: number): Day {
  return dayOf(startOfDay(day) + n * dayMs)
}

/** How many days `until` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((startOfDay(until) - startOfDay(from)) / dayMs)
}

/** 0 for Monday .. 6 for Sunday. */
export function weekdayOf(day: Day): number {
  // Day 0 of the epoch, 1970-01-01, was a Thursday (3).
  return (((Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs) + 3) % 7) + 7) % 7
}

/** The Monday of the week that `day` lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day))
}
