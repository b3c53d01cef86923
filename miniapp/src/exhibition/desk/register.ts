/** What the exhibition brings to the desk. */
import type { Registration } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { entryList } from './stores'
import { entryReviews } from './view'

export const register: Registration = {
  pages: [],
  reviews: [{ powers: ['publish'], source: sourceFrom(entryList, entryReviews) }],
}
