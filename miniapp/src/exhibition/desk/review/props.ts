import type { Content, EntrySummary } from '@functions/exhibition/contract/entries'

export type AgainstLiveProps = {
  id: string
  live: NonNullable<EntrySummary['live']>
  /** That of `content`, which waits. */
  version: number
  content: Content
}
