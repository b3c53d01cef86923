/** Operations of visitors: bulletins, their search and their feeds. */
import { operation } from '../../shared/declaration/operation'
import * as bulletins from '../endpoints/bulletins'
import * as feeds from '../endpoints/feeds'

const ofCategory = 'Of one category alone.'
const feedReads = 8

export const bulletinsOperations = {
  bulletins: operation({
    ...bulletins.bulletins,
    cached: true,
    summary: 'The bulletins of a city, the newest first',
    description: 'Revalidated by its ETag.',
    about: { category: ofCategory },
    answer: {
      schema: bulletins.bulletins.response,
      description: '20 a page, without their texts; brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: feedReads,
  }),
  bulletin: operation({
    ...bulletins.bulletin,
    cached: true,
    summary: 'One bulletin with its text and attachments',
    description: 'Of pictures and recordings those alone that may be shown. Revalidated by its ETag.',
    answer: {
      schema: bulletins.bulletin.response,
      description: 'The bulletin, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: 8,
  }),
  bulletinSearch: operation({
    ...bulletins.bulletinSearch,
    cached: true,
    summary: 'Bulletins by the words that stand in them',
    description:
      'Every word, parted by spaces, has to be in the bulletin. Full-width and half-width, capital and small letters, brackets and spaces within words do not matter. Revalidated by its ETag.',
    about: { q: 'E.g. 助学金 清江浦.' },
    answer: {
      schema: bulletins.bulletinSearch.response,
      description:
        'Those with the words in the title first, then the newest; at most 30, with where the words stand.',
      revalidates: true,
    },
    maxReadUnits: 1,
    sharedReads: {
      readUnits: 700,
      once: 'when a function begins, for all words of a city of 5,000 bulletins of 1,000 characters; a publication costs it 8 units more',
    },
  }),
  bulletinsRss: operation({
    ...feeds.bulletinsRss,
    cached: true,
    summary: 'The newest bulletins as RSS',
    about: { category: ofCategory },
    answer: {
      schema: feeds.bulletinsRss.response,
      mediaType: 'application/rss+xml',
      description: 'RSS 2.0, the newest 20.',
      revalidates: true,
    },
    maxReadUnits: feedReads,
  }),
  bulletinsAtom: operation({
    ...feeds.bulletinsAtom,
    cached: true,
    summary: 'The newest bulletins as Atom',
    about: { category: ofCategory },
    answer: {
      schema: feeds.bulletinsAtom.response,
      mediaType: 'application/atom+xml',
      description: 'Atom (RFC 4287), the newest 20.',
      revalidates: true,
    },
    maxReadUnits: feedReads,
  }),
  bulletinsJsonFeed: operation({
    ...feeds.bulletinsJsonFeed,
    cached: true,
    summary: 'The newest bulletins as JSON Feed',
    about: { category: ofCategory },
    answer: {
      schema: feeds.bulletinsJsonFeed.response,
      mediaType: 'application/feed+json',
      description: 'JSON Feed 1.1, the newest 20.',
      revalidates: true,
    },
    maxReadUnits: feedReads,
  }),
}
