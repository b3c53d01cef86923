/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'person#… / reports',
    what: 'which open reports want points for the person',
    after: 'stays 1 day, as a bare mark: a report under way is credited to nobody',
  },
  {
    item: 'reports#… / …',
    what: 'a report: place, fact, note, who wants its points; once decided, by whom',
    after:
      "stays 30 days where they decided it as staff; their own reports lose person and note, and stay as nobody's",
  },
]
