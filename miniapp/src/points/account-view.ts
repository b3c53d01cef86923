/** The account in words: balance, what expires when, how to earn today. Pure. */
import type { Day } from '@common/day'
import type { Account, EarningRuleId } from '@contract/points'
import { pointsText } from '@/shared/components/points'
import { dayText } from '@/shared/time/moments'
import { earningRuleNames } from './words'

/** What can be spent until when, the first to run out first; without what `expiringText` tells. */
export function lotLines({ lots, expiring }: Account, today: Day): string[] {
  return lots
    .filter(({ on }) => expiring === null || on > expiring.on)
    .map(({ points, on }) => `${pointsText(points)} 分可以用到 ${dayText(on, today)}`)
}

/** What runs out within a month, plainly; null where nothing does. */
export function expiringText({ expiring }: Account, today: Day): string | null {
  if (!expiring) return null
  return `有 ${pointsText(expiring.points)} 分用到 ${dayText(expiring.on, today)}为止，过后作废。兑换时先用这些。`
}

/** `本月已得 45 分，最多 300 分`. */
export function monthText({ earnedThisMonth, monthlyCap }: Account): string {
  return earnedThisMonth >= monthlyCap
    ? `本月已得 ${pointsText(earnedThisMonth)} 分，到了上限，下月再来`
    : `本月已得 ${pointsText(earnedThisMonth)} 分，最多 ${pointsText(monthlyCap)} 分`
}

/** How many days in a row, and what the next ones bring; null where there is nothing to say. */
export function streakText({ doneToday, streak, bonus }: Account['checkIn']): string | null {
  const so = streak > 1 ? `连续 ${streak} 天` : null
  if (!bonus) return so
  const into = streak % bonus.every
  const missing = bonus.every - into
  const more = `多得 ${pointsText(bonus.points)} 分`
  const next =
    !doneToday && missing === 1
      ? `今天签到${more}`
      : streak === 0
        ? `连续 ${bonus.every} 天${more}`
        : `再签 ${missing} 天${more}`
  return [so, next].filter((part) => part !== null).join('，')
}

/** `open` can be done, `done` is done for today, `full` has given what it gives in its time. */
export type EarningStatus = 'open' | 'done' | 'full'

export type EarningView = {
  rule: Followed
  name: string
  /** `+5`; null where each code says its own. */
  gain: string | null
  text: string
  sign: EarningStatus
  /** The sign in a word. */
  word: string
  /** How far it got in its caps: `今天 5/20 分`; null where it has none. */
  progress: string | null
}

type Earning = Account['ways'][number]

/** Rules for earning that have a page in this program; others are not listed. */
const followed = ['check-in', 'visit', 'report', 'code'] as const satisfies readonly EarningRuleId[]
type Followed = (typeof followed)[number]

/** How to earn in this city now, check-in first. Rules not in force are left out. */
export function earningViews(account: Account): EarningView[] {
  return followed.flatMap((rule) => {
    const earning = account.ways.find((one) => one.rule === rule)
    const sign = earning ? signOf(earning.state) : null
    return earning && sign ? [earningView(rule, earning, sign, account)] : []
  })
}

function earningView(rule: Followed, earning: Earning, sign: EarningStatus, account: Account): EarningView {
  return {
    rule,
    name: earningRuleNames[rule],
    gain: earning.amount === null ? null : `+${pointsText(earning.amount)}`,
    text: sign === 'full' ? fullText(earning, account) : earningText(rule, account),
    sign,
    word: sign === 'done' ? '今天已完成' : sign === 'full' ? '已到上限' : '可参与',
    progress: progressOf(earning),
  }
}

function signOf(state: Earning['state']): EarningStatus | null {
  switch (state) {
    case 'open':
      return 'open'
    case 'done-today':
      return 'done'
    case 'cap-reached':
      return 'full'
    case 'not-in-force':
      return null
  }
}

function earningText(rule: Followed, { checkIn }: Account): string {
  switch (rule) {
    case 'check-in':
      return streakText(checkIn) ?? '每天一次'
    case 'visit':
      return '到救助点或驿站扫柜台上的码'
    case 'report':
      return '报告地点有误，查实后得分'
    case 'code':
      return '活动上发的 12 位码'
  }
}

function fullText(earning: Earning, { earnedThisMonth, monthlyCap }: Account): string {
  if (earning.perDay !== null && earning.today >= earning.perDay) return '今天已达上限，明天再来'
  const month = earning.perMonth !== null && earning.thisMonth >= earning.perMonth
  if (month || earnedThisMonth >= monthlyCap) return '本月已达上限，下月再来'
  return '这一项已达上限'
}

function progressOf({ rule, today, perDay, thisMonth, perMonth }: Earning): string | null {
  // Once a day by its nature: the sign says it all.
  if (rule === 'check-in') return null
  const parts = [
    ...(perDay === null ? [] : [`今天 ${pointsText(today)}/${pointsText(perDay)} 分`]),
    ...(perMonth === null || thisMonth === 0
      ? []
      : [`本月 ${pointsText(thisMonth)}/${pointsText(perMonth)} 分`]),
  ]
  return parts.length === 0 ? null : parts.join(' · ')
}
