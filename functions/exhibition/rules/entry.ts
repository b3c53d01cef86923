/** An entry as it stands: the state of its working text, and beside it what is public. */
import type { Content, EntryKind, EntryState } from '../contract/entries'
import type { Card } from '../contract/kinds/kind'

/** `due`: until when it should be done; names its task. `proposed`: when its author would have it public. */
export type Review = { version: number; by: string; at: string; due: string; proposed?: string | null }

export type EntryItem = {
  id: string
  region: string
  kind: EntryKind
  /** Of the working text. */
  card: Card
  state: EntryState
  /** Of the working text: rises with every save. */
  revision: number
  savedBy: string
  savedAt: string
  /** Number of the newest version; 0: none yet. */
  latest: number
  /** Number of the version that the working text is, word for word; null, or none in older items: not known to be one. */
  same?: number | null
  review: Review | null
  /** `at`: when it is to be public. `by`: who approved it, or chose that time last. */
  schedule: { version: number; by: string; at: string } | null
  /** `by`: who approved it. */
  live: { version: number; by: string; at: string; card: Card } | null
  /** That it was sent back, until it is submitted again. */
  returned: { version: number; by: string; at: string; reason: string } | null
  /** What WeChat said of the text of that revision; absent, or of an earlier one: nothing of this. */
  check?: { revision: number; verdict: 'pass' | 'risky' | 'unchecked' } | undefined
  /** Whoever wrote something since the last publication. */
  writers: string[]
  /** Digest of the request that created it: the same key may not create another. */
  asked: string
  /** Rises with every write, so that nothing is decided on what has changed meanwhile. */
  change: number
}

/** Immutable. Made when the working text is submitted, or kept when an earlier version takes its place. */
export type VersionItem = {
  version: number
  content: Content
  by: string
  at: string
  /** Whoever had written something of it since the publication before. */
  writers: string[]
  /** It was never submitted. */
  isKept?: boolean
}
