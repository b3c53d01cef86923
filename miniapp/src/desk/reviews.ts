/** How each kind of thing that waits is decided: what speaks for it, the decision, and its reason. */
import type { ComponentType } from 'react'
import { EntryReview } from '@/exhibition/desk/review/entry-review'
import { RoleProposalReview } from '@/identity/desk/role-proposals/role-proposal-review'
import { PictureReview } from '@/media/desk/review/picture-review'
import { ReportReview } from '@/places/desk/reports/report-review'
import { AdjustmentReview } from '@/points/desk/adjustments/adjustment-review'
import { ProposalReview } from '@/points/desk/proposals/proposal-review'
import type { ReviewKind, ReviewProps } from './registration'

export const reviewOf: Record<ReviewKind, ComponentType<ReviewProps>> = {
  proposal: ProposalReview,
  adjustment: AdjustmentReview,
  report: ReportReview,
  role: RoleProposalReview,
  entry: EntryReview,
  media: PictureReview,
}
