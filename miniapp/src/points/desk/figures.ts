/** The live numbers of the desk's pages of points, and what each counts. Pure. */
import type { Day } from '@common/day'
import type { Adjustment, RulesOfCity, StaffGift } from '@contract/points'
import type { Batches, Outliers } from '@/desk/api'
import type { Figure } from '@/desk/registration'
import { isShort, type WaitingPage } from '@/desk/waiting-pages'
import { pointsText } from '@/shared/components/points'
import { waitingFor } from './adjustments/view'
import { batchStatus } from './batches/codes'
import { statusOf } from './gift/draft'

/** `now` in ms. */
export function giftFigure(gifts: readonly StaffGift[], now: number): Figure {
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

export function batchFigure({ batches, cursor }: Batches, today: Day): Figure {
  const open = batches.filter((batch) => batchStatus(batch, today).tone === 'open')
  const unused = open.reduce((sum, { count, used }) => sum + count - used, 0)
  const [more, least] = cursor ? ['+', '至少'] : ['', '']
  return {
    number: `${open.length}${more}`,
    text: `批能用，${least}还有 ${pointsText(unused)} 个码没用`,
    alert: false,
  }
}

export function ruleFigure({ rules, limits }: RulesOfCity): Figure {
  const amount = rules['check-in'].amount
  return {
    before: '每次签到',
    number: String(amount),
    text: `分，每月最多 ${pointsText(limits.monthlyEarning)} 分`,
    alert: false,
  }
}

export function adjustmentFigure(page: WaitingPage<Adjustment>, me: string): Figure {
  const waiting = waitingFor(me, page.items).length
  const mine = page.items.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === me).length
  const own = mine > 0 ? `，我提出的 ${mine} 笔待他人审批` : ''
  return { number: `${waiting}${isShort(page) ? '+' : ''}`, text: `笔待审批${own}`, alert: waiting > 0 }
}

export function outlierFigure({ outliers }: Outliers): Figure {
  return { number: String(outliers.length), text: '人本月积分增长异常', alert: outliers.length > 0 }
}

export function auditFigure(count: number, hasMore: boolean): Figure {
  return { before: '本月', number: `${count}${hasMore ? '+' : ''}`, text: '次操作', alert: false }
}
