/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'open#… / …',
    what: 'what waits for a second person of the staff, who proposed it and who else wrote some of it',
    after:
      'stays until it is decided, 14 days at most for a proposal, with the label that they gave it as staff',
  },
]
