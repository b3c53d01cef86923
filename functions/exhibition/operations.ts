/** The operations of the exhibition API, each declared once: the router and the OpenAPI document both read them from here. */
import { operation } from '../shared/declaration/operation'
import type { ProblemKind } from '../shared/http/problems'
import type { ExhibitionCode } from './contract'
import { fund } from './endpoints/fund'
import { gallery } from './endpoints/gallery'
import { hall } from './endpoints/hall'
import { bulletinsOperations } from './operations/bulletins'
import { entriesOperations } from './operations/entries'
import { sheetsOperations } from './operations/sheets'

/** HTTP status of each code of the domain. */
export const exhibitionProblems = {
  'unknown-exhibition': { status: 404, title: 'The city has no exhibition' },
  'unknown-gallery': { status: 404, title: 'The exhibition has no such gallery' },
  'unknown-fund': { status: 404, title: 'The city has published no figures of the fund' },
  'unknown-bulletin': { status: 404, title: 'There is no such bulletin' },
  'unknown-entry': { status: 404, title: 'There is no such entry' },
  'unknown-version': { status: 404, title: 'The entry has no such version' },
  'entry-exists': { status: 409, title: 'The city has this gallery, or this year of the fund, already' },
  'entry-conflict': { status: 409, title: 'The entry has been changed meanwhile' },
  'entry-incomplete': { status: 422, title: 'Something is missing that has to be there before publication' },
  'entry-wording': { status: 422, title: 'The text says what the law of lotteries forbids' },
  'entry-risky': { status: 422, title: 'WeChat finds the text risky' },
  'entry-unchecked': {
    status: 409,
    title: 'WeChat could not check the text: whoever approves it has to say that they did',
  },
  'entry-state': { status: 409, title: 'The state of the entry does not permit this' },
  'own-entry': { status: 403, title: 'Whoever wrote the entry cannot approve it' },
  'media-waits': { status: 409, title: 'A picture of the entry still waits for approval' },
  'media-unusable': {
    status: 409,
    title: 'A file of the entry was refused, is gone, or is not of this city',
  },
  'bulletin-unusable': {
    status: 409,
    title: 'A bulletin that the text names is not public in this city, or is named by too many others',
  },
  'gallery-full': { status: 409, title: 'The gallery would be larger than a gallery can be' },
  'fund-full': { status: 409, title: 'All years together would be larger than their document can be' },
  'entry-busy': { status: 409, title: 'Too many changes of the exhibition at once' },
  'sheet-wrong': { status: 422, title: 'The file cannot be read, or some of its rows are wrong' },
  'sheet-changed': { status: 409, title: 'The file would do something else by now than what was seen' },
} as const satisfies Record<ExhibitionCode, ProblemKind>

export const exhibitionOperations = {
  hall: operation({
    ...hall,
    cached: true,
    summary: 'The exhibition hall of a city: galleries and the titles of their exhibits',
    description: 'In the order of walking. Revalidated by its ETag.',
    answer: {
      schema: hall.response,
      description: 'The hall, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: 8,
  }),
  gallery: operation({
    ...gallery,
    cached: true,
    summary: 'One gallery with all of its exhibits',
    description: 'Of pictures and recordings those alone that may be shown. Revalidated by its ETag.',
    answer: {
      schema: gallery.response,
      description: 'The gallery, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: 8,
  }),
  fund: operation({
    ...fund,
    cached: true,
    summary: 'Where the money went: all published years of a city',
    description:
      'Newest first. Amounts in fen, each figure with its source and day. Revalidated by its ETag.',
    answer: {
      schema: fund.response,
      description: 'The years, brotli or gzip compressed where accepted; at most 10 KB as brotli.',
      revalidates: true,
    },
    maxReadUnits: 3,
  }),
  ...bulletinsOperations,
  ...entriesOperations,
  ...sheetsOperations,
}
