import type { EntryItem } from '../rules/entry'

/** `version`: of what is written now. */
export type Publishing = { region: string; version: number }

/** A document of visitors as it is to be; null: there is none any more. */
export type Written = { name: string; document: object | null }

/** The documents of visitors that change where another version of an entry is public after a change, or none. */
export type Shelf = (before: EntryItem, after: EntryItem, publishing: Publishing) => Promise<Written[]>
