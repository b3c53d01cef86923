/** An entry being written, of whatever kind: its draft, what it began from, and what came of saving it. */
import { err, ok, type Result } from '@common/result'
import { type Content, type Entry, entrySchema } from '@functions/exhibition/contract/entries'
import { useEdited } from '@/desk/edit/use-edited'
import type { Merge } from '@/desk/merge'
import type { Failure } from '@/shared/api/request'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { createEntry, saveEntry } from './api'

/** `contentOf`: null while the draft says nothing that could be saved. */
export type Writing<Draft, Kind extends Content> = {
  draftOf: (saved: Entry | null) => Draft
  contentOf: (draft: Draft) => Kind | null
  merge: Merge<Draft>
}

const isNewer = (first: Entry | null, saved: Entry | null): boolean =>
  first !== null && saved !== null && first.revision > saved.revision

/** @param first null for a new one */
export function useSavedEntry<Draft extends Record<string, unknown>, Kind extends Content>(
  region: string,
  first: Entry | null,
  { draftOf, contentOf, merge }: Writing<Draft, Kind>,
  onSaved: (entry: Entry) => void,
) {
  const edited = useEdited(first, draftOf, isNewer, merge)
  const { saved: entry, draft } = edited
  // Another text is another entry: the key of one whose answer was lost must not stand for it.
  const action = useIdempotentAction(JSON.stringify([region, draft]))
  const content = contentOf(draft)

  const send = async (): Promise<Result<Entry, Failure>> => {
    if (!content) return err({ code: 'invalid-request' })
    if (entry) return saveEntry(entry.id, { base: entry.revision, content })
    const answer = await createEntry({ region, content }, await action.key())
    action.onAnswer(answer)
    return answer
  }
  const saving = useAction(
    async (): Promise<Result<{ entry: Entry; sent: Draft }, Failure>> => {
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
  return {
    ...{ entry, draft, content, saving },
    ...{ base: edited.base, meanwhile: edited.meanwhile, isDirty: edited.isDirty },
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
