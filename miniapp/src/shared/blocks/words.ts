/** How numbers and times of blocks are written. Pure. */

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** `1,234.5`, `-20`: as given, with its thousands apart. */
export function numberText(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  return `${value < 0 ? '−' : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** `1987 年`, `1987 年 7 月`, `1987 年 7 月 27 日`; what is none of these stays as it is. */
export function timeText(time: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(time) ?? []
  if (year === undefined) return time
  const parts = [`${Number(year)} 年`]
  if (month !== undefined) parts.push(`${Number(month)} 月`)
  if (day !== undefined) parts.push(`${Number(day)} 日`)
  return parts.join(' ')
}

/** The same where it stands in a line: it never breaks in the middle of a day. */
export const unbrokenTimeText = (time: string): string => timeText(time).replace(/ /g, '\u00a0')

/** Paragraphs, which line breaks part; blank lines are none. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `1 分 5 秒`, `40 秒`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  return minutes === 0 ? `${whole} 秒` : `${minutes} 分 ${whole % 60} 秒`
}
