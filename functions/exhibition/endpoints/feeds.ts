/** The newest bulletins as feeds. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/endpoint'
import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { bulletinCategories } from '../contract/categories'

const feed = {
  method: 'GET',
  access: 'public',
  params: z.object({ region: adcodeSchema }),
  query: z.object({ category: z.optional(z.enum(bulletinCategories)) }),
  codes: ['unknown-exhibition', 'not-found'],
} as const

const xml = z.string()
/** JSON Feed 1.1. */
const jsonFeedSchema = z.object({
  version: z.string(),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  description: z.string(),
  language: z.string(),
  authors: listOfKnown(z.object({ name: z.string() })),
  items: listOfKnown(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.string(),
      date_modified: z.string(),
      tags: z.array(z.string()),
    }),
  ),
})

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
