/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'entries#… / …',
    what: 'who wrote, submitted and approved an entry of the exhibition',
    after: 'stays: nobody approves what they wrote, and a public text has people who answer for it',
  },
  { item: 'entry#… / version#…', what: 'who wrote and submitted a version', after: 'stays, with it' },
  { item: 'entry#… / summary#…', what: 'the same, for lists', after: 'stays, with it' },
]
