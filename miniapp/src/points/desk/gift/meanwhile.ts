/** What another saved meanwhile, for the save bar. Pure. */
import type { ConflictField } from '@/desk/edit/conflict'
import type { Clash } from '@/desk/merge'
import { categoryNames } from '@/points/words'
import { type GiftDraft, giftFieldNames } from './draft'
import type { Editor } from './use-editor'

export function conflictOf({ meanwhile, draft, set }: Pick<Editor, 'meanwhile' | 'draft' | 'set'>) {
  if (!meanwhile) return null
  const fields = meanwhile.clashes.map(
    (clash): ConflictField => ({
      key: clash.field,
      label: giftFieldNames[clash.field],
      mine: textOf(clash, clash.mine),
      theirs: textOf(clash, clash.theirs),
      chosen: chosen(draft, clash),
      onChoose: (which) => set({ [clash.field]: which === 'mine' ? clash.mine : clash.theirs }),
    }),
  )
  return { fields, taken: meanwhile.taken.map((field) => giftFieldNames[field]) }
}

function chosen(draft: GiftDraft, { field, mine, theirs }: Clash<GiftDraft>): 'mine' | 'theirs' | null {
  const now = JSON.stringify(draft[field])
  if (now === JSON.stringify(mine)) return 'mine'
  return now === JSON.stringify(theirs) ? 'theirs' : null
}

function textOf({ field }: Clash<GiftDraft>, value: GiftDraft[keyof GiftDraft]): string {
  if (Array.isArray(value)) return `${value.length} 个网点`
  if (typeof value === 'boolean') return value ? '已上架' : '未上架'
  if (field === 'category') {
    for (const [category, name] of Object.entries(categoryNames)) if (category === value) return name
  }
  return value ?? '其他'
}
