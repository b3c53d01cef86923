/** What media brings to the desk. */

import { mediaPowers } from '@contract/media'
import { mediaAuditActions } from '@functions/media/contract/audit-actions'
import type { Registration } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { tasksOfCity } from '@/desk/tasks'
import { decidedOf } from './decided'
import { mediaStaffMessages } from './messages'
import { decidedReviews, pictureReviews } from './view'

export const register: Registration = {
  kinds: {
    media: () => import('./review/picture-review').then((module) => module.PictureReview),
  },
  auditActions: mediaAuditActions,
  messages: mediaStaffMessages,
  pages: [],
  reviews: [
    { powers: mediaPowers, source: sourceFrom(tasksOfCity, pictureReviews) },
    ...mediaPowers.map((power) => ({
      powers: [power],
      source: sourceFrom(decidedOf[power], decidedReviews),
    })),
  ],
}
