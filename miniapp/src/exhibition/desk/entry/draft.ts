/** An entry as it is written in the form. Pure. */
import { type Block, mostBlocks } from '@common/blocks/block'
import { galleryKinds } from '@contract/exhibition'
import { type Content, contentSchema, type Entry } from '@functions/exhibition/contract/entries'
import type { GalleryKind } from '@functions/exhibition/contract/fields'
import { type Merged, merge } from '@/desk/merge'
import { wholeNumber } from '@/desk/typed'
import { mergeBlocks } from './merge-blocks'

/** `about`, `adultsOnly` are of a gallery, `blocks` of an exhibit. */
export type EntryDraft = {
  kind: Exclude<Content['kind'], 'fund'>
  gallery: GalleryKind
  title: string
  position: string
  about: string
  adultsOnly: boolean
  blocks: readonly Block[]
}

export const entryFieldNames: Record<keyof EntryDraft, string> = {
  kind: '类别',
  gallery: '展厅',
  title: '标题',
  position: '次序',
  about: '介绍',
  adultsOnly: '给谁看',
  blocks: '内容',
}

export const emptyDraft: EntryDraft = {
  kind: 'exhibit',
  gallery: galleryKinds[0],
  title: '',
  position: '100',
  about: '',
  adultsOnly: false,
  blocks: [],
}

/** Of one that holds something unknown there is no form, and none is shown. */
export function draftOf(entry: Pick<Entry, 'content'> | null): EntryDraft {
  const content = entry?.content
  if (!content || content.kind === 'other' || content.kind === 'fund') return emptyDraft
  const { gallery, title } = content
  const same = { ...emptyDraft, gallery, title, position: String(content.position) }
  return content.kind === 'exhibit'
    ? { ...same, kind: 'exhibit', blocks: content.blocks }
    : { ...same, kind: 'gallery', about: content.about, adultsOnly: content.adultsOnly }
}

/** Field by field, and of the blocks each by itself. */
export function mergeDrafts(base: EntryDraft, mine: EntryDraft, theirs: EntryDraft): Merged<EntryDraft> {
  const merged = merge(base, mine, theirs)
  if (!merged.clashes.some(({ field }) => field === 'blocks')) return merged
  const { blocks, isClash } = mergeBlocks(base.blocks, mine.blocks, theirs.blocks)
  const value = { ...merged.value, blocks }
  if (isClash) return { ...merged, value }
  return {
    value,
    clashes: merged.clashes.filter(({ field }) => field !== 'blocks'),
    taken: [...merged.taken, 'blocks'],
  }
}

/** As it is sent; null while something is wrong with it. */
export function contentOf(draft: EntryDraft): Content | null {
  const { kind, gallery, about, adultsOnly, blocks } = draft
  const same = { gallery, position: wholeNumber(draft.position), title: draft.title.trim() }
  const content =
    kind === 'exhibit' ? { ...same, kind, blocks } : { ...same, kind, about: about.trim(), adultsOnly }
  const parsed = contentSchema.safeParse(content)
  return parsed.success ? parsed.data : null
}

/** What cannot be saved as it is, e.g. without a title, can be looked at all the same. */
export const unfinished = ({ title, gallery, blocks }: EntryDraft): Content => ({
  kind: 'exhibit',
  title,
  gallery,
  blocks: [...blocks],
  position: 0,
})

export type Problems = Partial<Record<'title' | 'position' | 'about' | 'blocks', string>>

export function problemsOf({ kind, title, position, about, blocks }: EntryDraft): Problems {
  const problems: Problems = {}
  const most = kind === 'exhibit' ? 60 : 40
  if (title.trim().length > most) problems.title = `最多 ${most} 个字`
  const number = wholeNumber(position)
  if (number === null || number < 0 || number > 9_999) problems.position = '0 到 9999 之间的整数'
  if (about.trim().length > 600) problems.about = '最多 600 个字'
  if (blocks.length > mostBlocks) problems.blocks = `最多 ${mostBlocks} 块，现在有 ${blocks.length} 块。`
  return problems
}
