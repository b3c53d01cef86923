/** One gift being written: its draft, what it began from, and what came of saving it. */
import { err, ok, type Result } from '@common/result'
import type { StaffGift } from '@contract/points'
import { needsSecondPerson } from '@functions/points/rules/generosity'
import { useState } from 'react'
import { changeGift, createGift, fetchGifts } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { hasNewerVersion, useEdited } from '@/desk/edit/use-edited'
import { changedFields } from '@/desk/merge'
import { refusedAt } from '@/desk/refused'
import type { Failure } from '@/shared/api/request'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { propose } from '../proposals/api'
import { useProposed } from '../stores'
import { draftOf, emptyDraft, fieldsOf, type GiftDraft, problemsOf } from './draft'

/** What came of the last press, of which version of the gift. `same`: it was saved already. */
type Sent = { what: 'saved' | 'proposed' | 'same'; version: number }
type Saved = { gift: StaffGift; what: Sent['what']; sent: GiftDraft }

const draftOfAny = (gift: StaffGift | null): GiftDraft => (gift ? draftOf(gift) : emptyDraft)

export function useEditor(
  { region, name }: Pick<Desk, 'region' | 'name'>,
  first: StaffGift | null,
  onSaved: (gift: StaffGift) => void,
) {
  const proposed = useProposed(name)
  const [sent, setSent] = useState<Sent | null>(null)
  const edited = useEdited(first, draftOfAny, hasNewerVersion)
  const { saved: gift, draft } = edited
  const [touched, setTouched] = useState<ReadonlySet<keyof GiftDraft>>(new Set())
  // Another text is another gift: the key of one whose answer was lost must not stand for it.
  const action = useIdempotentAction(JSON.stringify([region, draft]))

  const fields = fieldsOf(draft, gift)
  const wanted = fields && { ...fields, isPublished: draft.isPublished }
  const needsSecond = gift !== null && wanted !== null && needsSecondPerson(gift, wanted)

  /** The gift as it is then: unchanged where the change waits for another person. */
  const send = async (): Promise<Result<StaffGift, Failure>> => {
    if (!fields || !wanted) return err({ code: 'invalid-request' })
    if (gift && !needsSecond) return changeGift(gift.id, { ...wanted, version: gift.version })
    if (!gift) {
      const answer = await createGift({ region, ...fields }, await action.key())
      action.onAnswer(answer)
      return answer
    }
    const request = { ...wanted, version: gift.version }
    const answer = await propose({ operation: 'changeGift', gift: gift.id, request }, await action.key())
    action.onAnswer(answer)
    if (!answer.ok) return answer
    proposed(answer.value)
    return ok(gift)
  }
  /** What was sent: the version that another saved first may be just that. */
  const saving = useAction(async (): Promise<Result<Saved, Failure>> => {
    const answer = await send()
    if (answer.ok) return ok({ gift: answer.value, what: needsSecond ? 'proposed' : 'saved', sent: draft })
    if (answer.error.code === 'edited-meanwhile' && gift) {
      const list = await fetchGifts(region)
      const theirs = list.ok ? list.value.gifts.find(({ id }) => id === gift.id) : undefined
      if (theirs && edited.meet(theirs)) return ok({ gift: theirs, what: 'same', sent: draft })
    }
    return answer
  }, saved)
  function saved({ gift: next, what, sent: asSent }: Saved): void {
    edited.keep(next, asSent)
    setSent({ what, version: next.version })
    setTouched(new Set())
    onSaved(next)
  }

  const problems = problemsOf(draft)
  const isNew = gift === null
  return {
    gift,
    draft,
    meanwhile: edited.meanwhile,
    saving,
    /** Null as soon as the gift is another one than then. */
    sent: sent?.version === gift?.version ? (sent?.what ?? null) : null,
    needsSecond,
    isDirty: edited.isDirty,
    isReady: Object.keys(problems).length === 0,
    /** Of a field that somebody has written in; an empty form does not shout. */
    problemOf: (field: keyof GiftDraft) =>
      (!isNew || touched.has(field) ? problems[field] : null) ?? refusedAt(saving.failure, field),
    set(change: Partial<GiftDraft>) {
      edited.write(change)
      if (saving.failure?.field) saving.reset()
      setTouched((before) => new Set([...before, ...changedFields({}, change)]))
    },
    /** Back to what is saved. */
    undo() {
      edited.undo()
      saving.reset()
    },
    /** Stock or picture changed by their own calls: what is written stays, what others saved by then is taken over. */
    put(next: StaffGift) {
      edited.meet(next)
      onSaved(next)
    },
  }
}
export type Editor = ReturnType<typeof useEditor>
