/** One gift being written: its draft, what it began from, and what came of saving it. */
import { err, ok, type Result } from '@common/result'
import type { StaffGift } from '@contract/points'
import { needsSecondPerson } from '@rules/points/generosity'
import { useState } from 'react'
import { changeGift, createGift, fetchGifts } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { type Clash, changedFields, merge } from '@/desk/merge'
import { refusedAt } from '@/desk/refused'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import type { Failure } from '@/shared/request'
import { propose } from '../proposals/api'
import { useProposed } from '../stores'
import { draftOf, emptyDraft, fieldsOf, type GiftDraft, problemsOf } from './draft'

/** What another wrote meanwhile: where both changed the same, and what was taken over. */
export type Meanwhile = { clashes: Clash<GiftDraft>[]; taken: (keyof GiftDraft)[] }

export function useEditor(
  { region, name }: Pick<Desk, 'region' | 'name'>,
  first: StaffGift | null,
  onSaved: (gift: StaffGift) => void,
) {
  const proposed = useProposed(name)
  const [sent, setSent] = useState<'saved' | 'proposed' | null>(null)
  const [gift, setGift] = useState(first)
  const [base, setBase] = useState<GiftDraft>(first ? draftOf(first) : emptyDraft)
  const [draft, setDraft] = useState(base)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
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
  /** The gift as the server has it now, with my own writing kept. */
  function meet(theirs: StaffGift): void {
    const merged = merge(base, draft, draftOf(theirs))
    setGift(theirs)
    setBase(draftOf(theirs))
    setDraft(merged.value)
    setMeanwhile(merged)
  }
  function saved(next: StaffGift): void {
    setGift(next)
    setBase(draftOf(next))
    setDraft(draftOf(next))
    setMeanwhile(null)
    setTouched(new Set())
    onSaved(next)
  }
  const saving = useAction(async () => {
    const answer = await send()
    setSent(needsSecond ? 'proposed' : 'saved')
    if (!answer.ok && answer.error.code === 'edited-meanwhile' && gift) {
      const list = await fetchGifts(region)
      const theirs = list.ok ? list.value.gifts.find(({ id }) => id === gift.id) : undefined
      if (theirs) meet(theirs)
    }
    return answer
  }, saved)

  const problems = problemsOf(draft)
  const isNew = gift === null
  return {
    gift,
    draft,
    base,
    meanwhile,
    saving,
    sent,
    needsSecond,
    isDirty: changedFields(base, draft).length > 0,
    isReady: Object.keys(problems).length === 0,
    /** Of a field that somebody has written in; an empty form does not shout. */
    problemOf: (field: keyof GiftDraft) =>
      (!isNew || touched.has(field) ? problems[field] : null) ?? refusedAt(saving.failure, field),
    set(change: Partial<GiftDraft>) {
      setDraft((before) => ({ ...before, ...change }))
      if (saving.failure?.field) saving.reset()
      setTouched((before) => new Set([...before, ...changedFields({}, change)]))
    },
    /** Back to what is saved. */
    undo() {
      setDraft(base)
      setMeanwhile(null)
      saving.reset()
    },
    /** Stock or picture changed by their own calls: the rest of the draft stays. */
    put(next: StaffGift) {
      setGift(next)
      onSaved(next)
    },
  }
}
export type Editor = ReturnType<typeof useEditor>
