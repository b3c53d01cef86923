/** One exhibit, gallery or bulletin being written. */
import type { Entry } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import { draftFindings } from '@/shared/blocks/editor/draft'
import { useSavedEntry } from '../use-saved-entry'
import {
  contentOf,
  draftOf,
  draftOfBulletin,
  type EntryDraft,
  mergeDrafts,
  type Problems,
  problemsOf,
  unfinished,
} from './draft'
import { useWording } from './use-wording'

/**
 * @param first null for a new one
 * @param kind of a new one
 */
export function useEditor(
  desk: Desk,
  first: Entry | null,
  kind: EntryDraft['kind'],
  onSaved: (entry: Entry) => void,
) {
  const writing = {
    draftOf: (saved: Entry | null): EntryDraft =>
      kind === 'bulletin' ? draftOfBulletin(saved) : draftOf(saved, kind),
    contentOf,
    merge: mergeDrafts,
  }
  const written = useSavedEntry(desk.region, first, writing, onSaved)
  const { draft, content } = written
  const wording = useWording(content ?? unfinished(draft))
  const problems = problemsOf(draft)
  return {
    ...written,
    findings: draftFindings(draft.blocks),
    wording,
    problemOf: (field: keyof Problems): string | null => problems[field] ?? null,
  }
}
export type Editor = ReturnType<typeof useEditor>
