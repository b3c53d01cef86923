/** Keeps on this device what is written and not saved, and offers what an earlier visit left there. */
import { useEffect, useMemo, useState } from 'react'
import { changedFields } from '@/desk/merge'
import { deviceDraft, type KeptDraft } from './device-drafts'
import type { EntryDraft } from './draft'
import type { Editor } from './use-editor'

export type DeviceDraft = {
  /** Left by an earlier visit and not answered yet; nothing is written meanwhile. */
  offered: KeptDraft | null
  accept(): void
  refuse(): void
}

/** @param newSubject what one without an id is kept under */
export function useDeviceDraft(
  person: string,
  newSubject: string,
  { entry, base, draft, isDirty, resume }: Pick<Editor, 'entry' | 'base' | 'draft' | 'isDirty' | 'resume'>,
): DeviceDraft {
  const subject = entry?.id ?? newSubject
  const store = useMemo(() => deviceDraft(person, subject), [person, subject])
  const [offered, setOffered] = useState(() => another(store.read(), base))
  const [begun] = useState(subject)
  useEffect(() => {
    if (offered) return
    if (isDirty) store.write({ at: Date.now(), base, draft })
    else store.clear()
    // It had no id yet when it was begun.
    if (subject !== begun) deviceDraft(person, begun).clear()
  }, [store, person, subject, begun, offered, isDirty, base, draft])
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
const another = (kept: KeptDraft | null, saved: EntryDraft): KeptDraft | null =>
  kept && changedFields(saved, kept.draft).length > 0 ? kept : null
