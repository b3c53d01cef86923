import type { EntryItem } from '../rules/entry'

/** `version`: of what is written now. */
export type Publishing = { region: string; version: number }

/** Why something cannot become public: its document would be too large. */
export type Full = 'gallery-full' | 'fund-full'

/** A document of visitors as it is to be; null: there is none any more. `most`: its own limit, compressed, and what is said above it. */
export type Written = { name: string; document: object | null; most?: { bytes: number; code: Full } }

/** The documents of visitors that change where another version of an entry is public after a change, or none. */
export type Writer = (before: EntryItem, after: EntryItem, publishing: Publishing) => Promise<Written[]>
