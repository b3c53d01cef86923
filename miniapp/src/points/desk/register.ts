/** What points bring to the desk. */

import { dayOf } from '@common/day'
import { auditAuditActions } from '@functions/audit/contract/audit-actions'
import { pointsAuditActions } from '@functions/points/contract/audit-actions'
import type { Registration } from '@/desk/registration'
import { type At, sourceFrom } from '@/desk/source'
import { monthOf, orderTyped, personTyped } from '@/desk/typed'
import { pointsText } from '@/shared/components/points'
import { personNoText } from '@/shared/session/person-no'
import { adjustmentFigure, auditFigure, batchFigure, giftFigure, outlierFigure, ruleFigure } from './figures'
import { pointsStaffMessages } from './messages'
import { OlderAdjustments, OlderProposals } from './older'
import { adjustmentReviews, proposalReviews } from './reviews'
import {
  adjustmentList,
  auditCounts,
  batchList,
  giftList,
  outlierList,
  proposalList,
  rulesOfCity,
} from './stores'

const monthly = ({ desk, now }: At): string => `${desk.name} ${monthOf(now)}`

export const register: Registration = {
  kinds: {
    proposal: () => import('./proposals/proposal-review').then((module) => module.ProposalReview),
    adjustment: () => import('./adjustments/adjustment-review').then((module) => module.AdjustmentReview),
  },
  auditActions: { ...pointsAuditActions, ...auditAuditActions },
  messages: pointsStaffMessages,
  linkOfUse: {
    domain: 'points',
    powers: ['gifts'],
    linkOf(id, { name }) {
      const gift = giftList.get(name).value?.gifts.find((one) => one.id === id)
      return { title: gift ? `礼品：${gift.name}` : '礼品', url: `/desk/pages/points/gift/index?id=${id}` }
    },
  },
  pages: [
    {
      path: 'desk/pages/points/gifts',
      title: '礼品',
      icon: 'gift',
      group: '积分与礼品',
      powers: ['gifts'],
      figure: sourceFrom(giftList, ({ gifts }, { now }) => giftFigure(gifts, now)),
    },
    {
      path: 'desk/pages/points/batches',
      title: '积分码',
      icon: 'ticket',
      group: '积分与礼品',
      powers: ['gifts'],
      figure: sourceFrom(batchList, (page, { now }) => batchFigure(page, dayOf(now))),
    },
    {
      path: 'desk/pages/points/rules',
      title: '积分规则',
      icon: 'scales',
      group: '积分与礼品',
      powers: ['gifts'],
      figure: sourceFrom(rulesOfCity, ruleFigure),
    },
    {
      path: 'desk/pages/points/adjustments',
      title: '积分调整',
      icon: 'edit',
      group: '积分与礼品',
      powers: ['gifts'],
      figure: sourceFrom(adjustmentList, (page, { desk }) => adjustmentFigure(page, desk.me.id)),
    },
    {
      path: 'desk/pages/points/ledger',
      title: '查账',
      icon: 'search',
      group: '数据',
      powers: ['audit'],
      figure: sourceFrom(outlierList, outlierFigure, monthly),
    },
    {
      path: 'desk/pages/points/audit',
      title: '操作记录',
      icon: 'history',
      group: '数据',
      powers: ['audit'],
      figure: sourceFrom(auditCounts, ({ count, hasMore }) => auditFigure(count, hasMore), monthly),
    },
  ],
  reviews: [
    {
      powers: ['gifts'],
      source: sourceFrom(proposalList, proposalReviews),
      older: { kind: 'proposal', Link: OlderProposals },
    },
    {
      powers: ['gifts'],
      source: sourceFrom(adjustmentList, adjustmentReviews),
      older: { kind: 'adjustment', Link: OlderAdjustments },
    },
  ],
  finders: [
    {
      powers: ['audit'],
      finds: ['单号', '编号'],
      find(typed) {
        const order = orderTyped(typed)
        if (order) return [{ title: `兑换单 ${order}`, text: '查账', url: ledgerUrl('order', order) }]
        const person = personTyped(typed)
        if (!person || !('no' in person)) return []
        return [{ title: `编号 ${personNoText(person.no)}`, text: '查账', url: ledgerUrl('no', person.no) }]
      },
    },
    {
      powers: ['gifts'],
      finds: ['礼品'],
      source: sourceFrom(giftList, (value) => value),
      find: (typed, { name }, isWide) =>
        (giftList.get(name).value?.gifts ?? [])
          .filter((gift) => gift.name.includes(typed))
          .slice(0, 5)
          .map((gift) => ({
            title: gift.name,
            text: `礼品，${pointsText(gift.price)} 分`,
            // A phone edits on a page of its own.
            url: `/desk/pages/points/${isWide ? 'gifts' : 'gift'}/index?id=${gift.id}`,
          })),
    },
  ],
}

const ledgerUrl = (by: 'order' | 'no', value: string): string =>
  `/desk/pages/points/ledger/index?${by}=${encodeURIComponent(value)}`
