/** Keeps on this device what is written and not saved, and offers what an earlier visit left there. */
import type { Entry } from '@functions/exhibition/contract/entries'
import { useEffect, useMemo, useState } from 'react'
import { changedFields } from '@/desk/merge'
import { deviceDraft, type IsDraft, type KeptDraft } from './device-drafts'

export type DeviceDraft<Draft> = {
  /** Left by an earlier visit and not answered yet; nothing is written meanwhile. */
  offered: KeptDraft<Draft> | null
  accept(): void
  refuse(): void
}

type Written<Draft> = {
  entry: Entry | null
  base: Draft
  draft: Draft
  isDirty: boolean
  resume: (base: Draft, draft: Draft) => void
}

/** @param newSubject what one without an id is kept under */
export function useDeviceDraft<Draft extends Record<string, unknown>>(
  person: string,
  newSubject: string,
  { entry, base, draft, isDirty, resume }: Written<Draft>,
  isDraft: IsDraft<Draft>,
): DeviceDraft<Draft> {
  const subject = entry?.id ?? newSubject
  const store = useMemo(() => deviceDraft(person, subject, isDraft), [person, subject, isDraft])
  const [offered, setOffered] = useState(() => another(store.read(), base))
  const [begun] = useState(subject)
  useEffect(() => {
    if (offered) return
    if (isDirty) store.write({ at: Date.now(), base, draft })
    else store.clear()
    // It had no id yet when it was begun.
    if (subject !== begun) deviceDraft(person, begun, isDraft).clear()
  }, [store, person, subject, begun, offered, isDirty, base, draft, isDraft])
  return {
    offered,
    accept() {
      if (offered) resume(offered.base, offered.draft)
      setOffered(null)
    },
    refuse: () => setOffered(null),
  }
}

/** Null where it was saved after all, though nobody heard of it. */
const another = <Draft extends Record<string, unknown>>(
  kept: KeptDraft<Draft> | null,
  saved: Draft,
): KeptDraft<Draft> | null => (kept && changedFields(saved, kept.draft).length > 0 ? kept : null)
