/** What media brings to the desk. */

import { mediaPowers } from '@contract/media'
import type { Registration } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { tasksOfCity } from '@/desk/tasks'
import { mediaStaffMessages } from '@/shared/messages/staff/media'
import { decidedOf } from './decided'
import { decidedReviews, pictureReviews } from './view'

export const register: Registration = {
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
