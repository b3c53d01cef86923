/** What of points one proposes and another decides, as the desk lists it. Pure. */
import type { Adjustment, Proposal } from '@contract/points'
import type { Reviewed, ReviewItem } from '@/desk/registration'
import { isShort, type WaitingPage } from '@/desk/waiting-pages'
import { pointsText } from '@/shared/components/points'
import { adjustmentSign } from './adjustments/view'
import { proposalSign, proposalTitle } from './proposals/view'

export function proposalReviews(page: WaitingPage<Proposal>): Reviewed {
  return { items: page.items.map(proposalItem), more: isShort(page), hasOlder: Boolean(page.cursor) }
}

export function adjustmentReviews(page: WaitingPage<Adjustment>): Reviewed {
  return { items: page.items.map(adjustmentItem), more: isShort(page), hasOlder: Boolean(page.cursor) }
}

export function proposalItem(proposal: Proposal): ReviewItem {
  return {
    kind: 'proposal',
    title: proposalTitle(proposal),
    sign: proposalSign(proposal),
    due: Date.parse(proposal.until),
    ...common(proposal),
  }
}

export function adjustmentItem(adjustment: Adjustment): ReviewItem {
  const { points, text, until } = adjustment
  return {
    kind: 'adjustment',
    title: `积分调整：${pointsText(points, true)} 分，${text}`,
    sign: adjustmentSign(adjustment),
    due: until ? Date.parse(until) : null,
    ...common(adjustment),
  }
}

function common({
  id,
  proposedBy,
  proposedAt,
  decidedAt,
  state,
}: Pick<Proposal | Adjustment, 'id' | 'proposedBy' | 'proposedAt' | 'decidedAt' | 'state'>) {
  return {
    id,
    by: proposedBy,
    since: Date.parse(proposedAt),
    isWaiting: state === 'proposed',
    decidedAt: decidedAt ? Date.parse(decidedAt) : null,
  }
}
