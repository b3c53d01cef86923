/** How long ago something was, as one says it. Pure. */
import { daysBetween } from '@common/day'

/** How long ago a day was: `今天`, `昨天`, `3 天前`, `2 个月前`, `1 年前`. */
export function agoText(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  if (days < 60) return `${days} 天前`
  if (days < 365) return `${Math.floor(days / 30)} 个月前`
  return `${Math.floor(days / 365)} 年前`
}

/** How old the kept data are, from milliseconds: `刚刚`, `12 分钟前`, `3 小时前`, `2 天前`. */
export function ageText(age: number): string {
  const minutes = Math.floor(age / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`
  return `${Math.floor(minutes / (24 * 60))} 天前`
}

/** `数据更新于刚刚`, `数据更新于 3 小时前`: how old what was kept is, from milliseconds. */
export function updatedText(age: number): string {
  const ago = ageText(age)
  return `数据更新于${/^\d/.test(ago) ? ' ' : ''}${ago}`
}

/**
 * `离线 · 数据更新于 3 小时前 · 演示数据`; null where the data are real and fresh. `age` in ms; null where there are no data.
 */
export function noticeText({
  demo,
  offline,
  age,
}: {
  demo: boolean
  offline: boolean
  age: number | null
}): string | null {
  const updated = age === null ? [] : [updatedText(Math.max(0, age))]
  const parts = [...(offline ? ['离线', ...updated] : []), ...(demo ? ['演示数据'] : [])]
  return parts.length === 0 ? null : parts.join(' · ')
}
