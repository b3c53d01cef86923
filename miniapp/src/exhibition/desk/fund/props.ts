import type { Entry } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'

export type FundEditorProps = {
  desk: Desk
  /** Null for a new year. */
  entry: Entry | null
  onDirty: (isDirty: boolean) => void
  /** Whether what is unsaved is kept on this device. */
  onKept: (isKept: boolean) => void
  onSaved: (entry: Entry) => void
}
