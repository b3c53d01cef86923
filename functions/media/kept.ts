/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'media#… / media',
    what: 'who uploaded a file, and who decided whether the public may see it (for 30 days also in a list of what was decided)',
    after:
      'stays with the file: nobody decides about what they uploaded, and what is public has people who answer for it; without a decision 30 days',
  },
]
