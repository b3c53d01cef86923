import type { Entry } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import type { EntryDraft } from './draft'

export type EntryEditorProps = {
  desk: Desk
  /** Null for a new one. */
  entry: Entry | null
  kind: EntryDraft['kind']
  onDirty: (isDirty: boolean) => void
  /** Whether what is unsaved is kept on this device. */
  onKept: (isKept: boolean) => void
  onSaved: (entry: Entry) => void
}
