import type { EntrySummary } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'

export type OrderProps = {
  desk: Desk
  /** What is put in order: 展厅, or the exhibits of one. */
  title: string
  /** In the order that they have. */
  entries: readonly EntrySummary[]
  onClose: () => void
}
