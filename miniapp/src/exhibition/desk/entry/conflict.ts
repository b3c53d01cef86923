/** What another saved meanwhile, for the save bar. Pure. */
import type { ConflictField } from '@/desk/edit/conflict'
import type { Clash } from '@/desk/merge'
import { galleryName } from '../view'
import { type EntryDraft, entryFieldNames } from './draft'
import type { Editor } from './use-editor'

/** Blocks are compared one by one where they are written. */
export function conflictOf({ meanwhile, draft, set }: Pick<Editor, 'meanwhile' | 'draft' | 'set'>) {
  if (!meanwhile) return null
  const fields = meanwhile.clashes
    .filter(({ field }) => field !== 'blocks')
    .map(
      (clash): ConflictField => ({
        key: clash.field,
        label: entryFieldNames[clash.field],
        mine: textOf(clash.mine),
        theirs: textOf(clash.theirs),
        chosen: chosen(draft, clash),
        onChoose: (which) => set({ [clash.field]: which === 'mine' ? clash.mine : clash.theirs }),
      }),
    )
  return { fields, taken: meanwhile.taken.map((field) => entryFieldNames[field]) }
}

function chosen(draft: EntryDraft, { field, mine, theirs }: Clash<EntryDraft>): 'mine' | 'theirs' | null {
  if (draft[field] === mine) return 'mine'
  return draft[field] === theirs ? 'theirs' : null
}

function textOf(value: EntryDraft[keyof EntryDraft]): string {
  if (typeof value === 'boolean') return value ? '只给成年人看' : '大家都能看'
  if (typeof value !== 'string') return ''
  const gallery = galleryName(value)
  return gallery === '其他' ? value : gallery
}
