/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'record#… / …',
    what: 'what staff did',
    after: 'stays 3 years, with what they wrote in it as staff; words about the account are taken out',
  },
  {
    item: 'actions#… / …',
    what: 'where what a person did as staff is found',
    after: 'stays 3 years, with it',
  },
  {
    item: 'subject#… / …',
    what: 'where what was done to a thing, or to a person, is found',
    after: 'stays 3 years, with it',
  },
]
