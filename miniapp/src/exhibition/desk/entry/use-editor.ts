/** One entry being written: its draft, what it began from, and what came of saving it. */
import { findingsIn } from '@common/blocks/findings'
import { err, ok, type Result } from '@common/result'
import { type Entry, entrySchema } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import { useEdited } from '@/desk/edit/use-edited'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import { createEntry, saveEntry } from '../api'
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

type Saved = { entry: Entry; sent: EntryDraft }

const isNewer = (first: Entry | null, saved: Entry | null): boolean =>
  first !== null && saved !== null && first.revision > saved.revision

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
  const edited = useEdited(
    first,
    (saved) => (kind === 'bulletin' ? draftOfBulletin(saved) : draftOf(saved, kind)),
    isNewer,
    mergeDrafts,
  )
  const { saved: entry, draft } = edited
  const { region } = desk
  // Another text is another entry: the key of one whose answer was lost must not stand for it.
  const action = useIdempotentAction(JSON.stringify([region, draft]))
  const content = contentOf(draft)
  const wording = useWording(content ?? unfinished(draft))

  const send = async (): Promise<Result<Entry, Failure>> => {
    if (!content) return err({ code: 'invalid-request' })
    if (entry) return saveEntry(entry.id, { base: entry.revision, content })
    const answer = await createEntry({ region, content }, await action.key())
    action.onAnswer(answer)
    return answer
  }
  const saving = useAction(
    async (): Promise<Result<Saved, Failure>> => {
      const sent = draft
      const answer = await send()
      if (answer.ok) return ok({ entry: answer.value, sent })
      const theirs = entrySchema.safeParse(answer.error.current)
      // What another saved first may be just that.
      if (theirs.success && edited.meet(theirs.data)) return ok({ entry: theirs.data, sent })
      return answer
    },
    ({ entry: next, sent }) => {
      edited.keep(next, sent)
      onSaved(next)
    },
  )
  const problems = problemsOf(draft)
  return {
    entry,
    draft,
    content,
    base: edited.base,
    meanwhile: edited.meanwhile,
    isDirty: edited.isDirty,
    saving,
    findings: findingsIn(draft.blocks),
    wording,
    problemOf: (field: keyof Problems): string | null => problems[field] ?? null,
    set: edited.write,
    resume: edited.resume,
    /** Back to what is saved. */
    undo() {
      edited.undo()
      saving.reset()
    },
    /** Changed by another call. */
    put(next: Entry) {
      edited.meet(next)
      onSaved(next)
    },
  }
}
export type Editor = ReturnType<typeof useEditor>
