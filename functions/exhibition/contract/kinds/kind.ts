/** What each kind of entry says of itself. */
import type { Written } from './written'

/** What lists show of an entry without its text. `gallery`: empty for what stands in none. */
export type Card = { gallery: string; position: number; title: string }

/** What keeps an entry from being submitted. `block`: of which block, empty where it has none. `field`: within it, or within the content. */
export type EntryFinding = { block: string; field: string; code: string }

export type Kind<C> = {
  cardOf: (content: C) => Card
  /** The end of its id where the city has one of that name; null: of any number, each named after the key that made it. */
  nameOf: (content: C) => string | null
  /** All that somebody wrote in it, in the order of reading. */
  textsOf: (content: C) => Written[]
  findingsIn: (content: C) => EntryFinding[]
}
