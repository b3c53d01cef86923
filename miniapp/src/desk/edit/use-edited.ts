import { useEffect, useRef, useState } from 'react'
import type { Merge } from '../merge'
import { type Edited, isEdited, mergedWith, savedAs, unedited } from './edited'

type Versioned = { version: number } | null
export const hasNewerVersion = (first: Versioned, saved: Versioned): boolean =>
  first !== null && saved !== null && first.version > saved.version

/**
 * The state of a form over something that others may save meanwhile.
 * @param first as the list has it; a newer one is taken over, and merged with what is being written
 * @param draftOf that in the form's words
 * @param isNewer whether another `first` is later than what is known to be saved
 * @param mergeBy how what two people wrote is brought together; by default field by field
 */
export function useEdited<S, D extends Record<string, unknown>>(
  first: S,
  draftOf: (saved: S) => D,
  isNewer: (first: S, saved: S) => boolean,
  mergeBy?: Merge<D>,
) {
  const [state, setState] = useState<Edited<S, D>>(() => unedited(first, draftOf(first)))
  // An answer comes later than the press that asked for it: what was written until then counts.
  const latest = useRef(state)
  const become = (next: Edited<S, D>): Edited<S, D> => {
    latest.current = next
    setState(next)
    return next
  }
  const meet = (theirs: S) => become(mergedWith(latest.current, theirs, draftOf(theirs), mergeBy))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `meet` reads the latest state; only another `first` counts
  useEffect(() => {
    if (isNewer(first, latest.current.saved)) meet(first)
  }, [first])
  return {
    ...state,
    isDirty: isEdited(state),
    write: (change: Partial<D>) =>
      void become({ ...latest.current, draft: { ...latest.current.draft, ...change } }),
    /** It is saved by oneself, as it was `sent`: what was written after that is still to be saved. */
    keep: (saved: S, sent: D) =>
      void become(savedAs(latest.current, saved, { sent, theirs: draftOf(saved) }, mergeBy)),
    /** The server has another version. True where nothing of one's own is left to save. */
    meet: (theirs: S): boolean => !isEdited(meet(theirs)),
    /** What was written over `base` in an earlier visit goes on, together with what others saved since. */
    resume(base: D, draft: D): void {
      const { saved, base: theirs } = latest.current
      become(mergedWith({ saved, base, draft, meanwhile: null }, saved, theirs, mergeBy))
    },
    /** Back to what is saved. */
    undo: () => void become(unedited(latest.current.saved, latest.current.base)),
  }
}
