/** The newest bulletins as feeds. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { bulletinCategories } from '../contract/categories'
import { jsonFeedSchema } from '../contract/json-feed'

const feed = {
  method: 'GET',
  access: 'public',
  params: z.object({ region: adcodeSchema }),
  query: z.object({ category: z.optional(z.enum(bulletinCategories)) }),
  codes: ['unknown-exhibition', 'not-found'],
} as const

const xml = z.string()
export const bulletinsRss = endpoint({
  ...feed,
  path: '/api/exhibition/:region/bulletins.rss',
  response: xml,
})
export const bulletinsAtom = endpoint({
  ...feed,
  path: '/api/exhibition/:region/bulletins.atom',
  response: xml,
})
export const bulletinsJsonFeed = endpoint({
  ...feed,
  path: '/api/exhibition/:region/bulletins.json',
  response: jsonFeedSchema,
})
