/** What media brings to the desk. */
import type { Registration } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { tasksOfCity } from '@/desk/tasks'
import { pictureReviews } from './view'

export const register: Registration = {
  pages: [],
  reviews: [{ powers: ['publish'], source: sourceFrom(tasksOfCity, ({ all }) => pictureReviews(all)) }],
}
