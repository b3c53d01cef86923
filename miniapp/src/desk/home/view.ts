/** The live number of each door of the desk, and what it counts. Pure. */

import type { Day } from '@common/day'
import type { Adjustment, Proposal, RulesOfCity, StaffGift } from '@contract/points'
import { waitingFor } from '@/points/desk/adjustments/view'
import { batchStatus } from '@/points/desk/batches/codes'
import { statusOf } from '@/points/desk/gift/draft'
import { waitingForMe } from '@/points/desk/proposals/view'
import { pointsText } from '@/shared/components/points'
import type { Batches, Holders, OpenReports, Outliers } from '../api'
import { isShort, type WaitingPage } from '../waiting-pages'

/**
 * `before`, the number in large type, `text`. `alert`: somebody is waiting for what the number counts. `marked`: the part
 * of the text that they wait for instead.
 */
export type Tally = { before?: string; number: string; text: string; alert: boolean; marked?: string }

/** `now` in ms. */
export function giftTally(gifts: readonly StaffGift[], now: number): Tally {
  const open = gifts.filter((gift) => statusOf(gift, now).word === '兑换中').length
  const out = gifts.filter((gift) => ['已兑完', '为排队的人保留'].includes(statusOf(gift, now).word)).length
  const waiting = gifts.reduce((sum, gift) => sum + gift.waiting, 0)
  const marked = out > 0 ? `${out} 种已兑完` : undefined
  const more = gifts.some(({ moreWaiting }) => moreWaiting) ? '+' : ''
  const queue = waiting > 0 ? `，${waiting}${more} 人在排队` : ''
  return {
    number: String(open),
    text: `种可兑换${marked ? `，${marked}` : ''}${queue}`,
    alert: false,
    marked,
  }
}

export function batchTally({ batches, cursor }: Batches, today: Day): Tally {
  const open = batches.filter((batch) => batchStatus(batch, today).tone === 'open')
  const unused = open.reduce((sum, { count, used }) => sum + count - used, 0)
  const [more, least] = cursor ? ['+', '至少'] : ['', '']
  return {
    number: `${open.length}${more}`,
    text: `批能用，${least}还有 ${pointsText(unused)} 个码没用`,
    alert: false,
  }
}

export function ruleTally({ rules, limits }: RulesOfCity): Tally {
  const amount = rules['check-in'].amount
  return {
    before: '每次签到',
    number: String(amount),
    text: `分，每月最多 ${pointsText(limits.monthlyEarning)} 分`,
    alert: false,
  }
}

export function adjustmentTally(page: WaitingPage<Adjustment>, me: string): Tally {
  const waiting = waitingFor(me, page.items).length
  const mine = page.items.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === me).length
  const own = mine > 0 ? `，我提出的 ${mine} 笔待他人审批` : ''
  return { number: `${waiting}${isShort(page) ? '+' : ''}`, text: `笔待审批${own}`, alert: waiting > 0 }
}

export function proposalTally(page: WaitingPage<Proposal>, me: string): Tally {
  const waiting = waitingForMe(me, page.items).length
  const mine = page.items.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === me).length
  const own = mine > 0 ? `，我提出的 ${mine} 条等别人复核` : ''
  return { number: `${waiting}${isShort(page) ? '+' : ''}`, text: `条等你复核${own}`, alert: waiting > 0 }
}

export function reportTally({ reports, more }: OpenReports): Tally {
  return { number: `${reports.length}${more ? '+' : ''}`, text: '条待处理', alert: reports.length > 0 }
}

export function outlierTally({ outliers }: Outliers): Tally {
  return { number: String(outliers.length), text: '人本月积分增长异常', alert: outliers.length > 0 }
}

export function auditTally(count: number, hasMore: boolean): Tally {
  return { before: '本月', number: `${count}${hasMore ? '+' : ''}`, text: '次操作', alert: false }
}

export function holderTally({ people }: Holders): Tally {
  return { number: String(people.length), text: '人已授权', alert: false }
}
