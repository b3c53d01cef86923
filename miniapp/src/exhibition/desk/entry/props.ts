import type { Entry } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'

export type EntryEditorProps = {
  desk: Desk
  /** Null for a new one. */
  entry: Entry | null
  /** What a new one is to be; an exhibit if absent. */
  isBulletin?: boolean
  onDirty: (isDirty: boolean) => void
  onSaved: (entry: Entry) => void
}
