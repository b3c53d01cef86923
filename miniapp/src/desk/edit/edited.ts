/** Something that is being written while others may save it too. Pure. */
import { type Clash, changedFields, type Merge, merge } from '../merge'

/** What another wrote meanwhile: where both changed the same, and what was taken over. */
export type Meanwhile<D> = { clashes: Clash<D>[]; taken: (keyof D)[] }

/**
 * `saved`: as the server has it, as far as is known. `base`: that in the form's words. `meanwhile`: null where nobody else
 * changed what is being written.
 */
export type Edited<S, D> = { saved: S; base: D; draft: D; meanwhile: Meanwhile<D> | null }

type Fields = Record<string, unknown>

export const isEdited = <D extends Fields>({ base, draft }: Pick<Edited<unknown, D>, 'base' | 'draft'>) =>
  changedFields(base, draft).length > 0

/** Nothing is written that is not saved. */
export const unedited = <S, D>(saved: S, base: D): Edited<S, D> => ({
  saved,
  base,
  draft: base,
  meanwhile: null,
})

/**
 * The server has `saved`, which is `theirs` in the form's words: what others changed is taken over, what is written here
 * stays. There is no conflict where nothing of one's own is left.
 */
export function mergedWith<S, D extends Fields>(
  now: Edited<S, D>,
  saved: S,
  theirs: D,
  mergeBy: Merge<D> = merge,
): Edited<S, D> {
  if (changedFields(now.base, theirs).length === 0) return { ...now, saved }
  const { value, clashes, taken } = mergeBy(now.base, now.draft, theirs)
  if (!isEdited({ base: theirs, draft: value })) return unedited(saved, theirs)
  const isConflict = clashes.length + taken.length > 0
  return { saved, base: theirs, draft: value, meanwhile: isConflict ? { clashes, taken } : null }
}

/** The server has `saved`, which is `theirs` in the form's words, of what was `sent`. What was written after that stays. */
export const savedAs = <S, D extends Fields>(
  now: Edited<S, D>,
  saved: S,
  { sent, theirs }: { sent: D; theirs: D },
  mergeBy: Merge<D> = merge,
): Edited<S, D> => ({ ...unedited(saved, theirs), draft: mergeBy(sent, now.draft, theirs).value })
