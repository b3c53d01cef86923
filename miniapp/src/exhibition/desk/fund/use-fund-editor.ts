/** One year being written: its draft, what it began from, and what came of saving it. */
import { err, ok, type Result } from '@common/result'
import { type Entry, entrySchema } from '@functions/exhibition/contract/entries'
import { findingsOf } from '@functions/exhibition/contract/kinds'
import type { ConflictField } from '@/desk/edit/conflict'
import { useEdited } from '@/desk/edit/use-edited'
import { merge } from '@/desk/merge'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import { createEntry, saveEntry } from '../api'
import { type FundDraft, fundContentOf, fundDraftOf, fundFieldNames, fundText } from './draft'

type Saved = { entry: Entry; sent: FundDraft }

const isNewer = (first: Entry | null, saved: Entry | null): boolean =>
  first !== null && saved !== null && first.revision > saved.revision

export function useFundEditor(region: string, first: Entry | null, onSaved: (entry: Entry) => void) {
  const edited = useEdited(first, fundDraftOf, isNewer, merge)
  const { saved: entry, draft, meanwhile } = edited
  const action = useIdempotentAction(JSON.stringify([region, draft]))
  const content = fundContentOf(draft)

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
      if (theirs.success && edited.meet(theirs.data)) return ok({ entry: theirs.data, sent })
      return answer
    },
    ({ entry: next, sent }) => {
      edited.keep(next, sent)
      onSaved(next)
    },
  )
  return {
    ...{ entry, draft, content, saving, isDirty: edited.isDirty, set: edited.write },
    findings: content ? findingsOf(content) : [],
    /** What another saved meanwhile, for the save bar. */
    conflict: meanwhile && {
      fields: meanwhile.clashes.map(
        ({ field, mine, theirs }): ConflictField => ({
          key: field,
          label: fundFieldNames[field],
          mine: fundText(mine),
          theirs: fundText(theirs),
          chosen: draft[field] === mine ? 'mine' : draft[field] === theirs ? 'theirs' : null,
          onChoose: (which) => edited.write({ [field]: which === 'mine' ? mine : theirs }),
        }),
      ),
      taken: meanwhile.taken.map((field) => fundFieldNames[field]),
    },
    undo() {
      edited.undo()
      saving.reset()
    },
    put(next: Entry) {
      edited.meet(next)
      onSaved(next)
    },
  }
}
export type FundEditor = ReturnType<typeof useFundEditor>
