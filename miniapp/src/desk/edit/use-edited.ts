import { useEffect, useRef, useState } from 'react'
import { type Edited, isEdited, mergedWith, unedited } from './edited'

/**
 * The state of a form over something that others may save meanwhile.
 * @param first as the list has it; a newer version is taken over, and merged with what is being written
 * @param draftOf that in the form's words
 */
export function useEdited<S extends { version: number } | null, D extends Record<string, unknown>>(
  first: S,
  draftOf: (saved: S) => D,
) {
  const [state, setState] = useState<Edited<S, D>>(() => unedited(first, draftOf(first)))
  // An answer comes later than the press that asked for it: what was written until then counts.
  const latest = useRef(state)
  const become = (next: Edited<S, D>): Edited<S, D> => {
    latest.current = next
    setState(next)
    return next
  }
  const meet = (theirs: S) => become(mergedWith(latest.current, theirs, draftOf(theirs)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `meet` reads the latest state; only another `first` counts
  useEffect(() => {
    const { saved } = latest.current
    if (first && saved && first.version > saved.version) meet(first)
  }, [first])
  return {
    ...state,
    isDirty: isEdited(state),
    write: (change: Partial<D>) =>
      void become({ ...latest.current, draft: { ...latest.current.draft, ...change } }),
    /** It is saved by oneself: nothing is written any more. */
    keep: (saved: S) => void become(unedited(saved, draftOf(saved))),
    /** The server has another version. True where nothing of one's own is left to save. */
    meet: (theirs: S): boolean => !isEdited(meet(theirs)),
    /** Back to what is saved. */
    undo: () => void become(unedited(latest.current.saved, latest.current.base)),
  }
}
