import { listOfKnown } from '../../shared/tolerant'
import * as z from '../../shared/zod'

/** JSON Feed 1.1. */
export const jsonFeedSchema = z.object({
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
