/** An entry as it is written in the form. Pure. */
import { type Block, mostBlocks } from '@common/blocks/block'
import { daySchema } from '@common/contract'
import { dayOf } from '@common/day'
import { galleryKinds } from '@contract/exhibition'
import { type BulletinCategory, bulletinCategories } from '@functions/exhibition/contract/categories'
import { type Content, contentSchema, type Entry } from '@functions/exhibition/contract/entries'
import type { GalleryKind } from '@functions/exhibition/contract/fields'
import { type Merged, merge } from '@/desk/merge'
import { wholeNumber } from '@/desk/typed'
import { type DraftBlock, wordsOf } from '@/shared/blocks/editor/draft'
import { mergeBlocks } from './merge-blocks'

/** `about`, `adultsOnly` are of a gallery, `blocks` of an exhibit or a bulletin, what stands below them of a bulletin. */
export type EntryDraft = {
  kind: Exclude<Content['kind'], 'fund'>
  gallery: GalleryKind
  title: string
  position: string
  about: string
  adultsOnly: boolean
  blocks: readonly DraftBlock[]
  category: BulletinCategory
  /** `YYYY-MM-DD`. */
  date: string
  summary: string
  attachments: readonly Attachment[]
  who: string
  award: string
  year: string
}
/** `media`: id of an uploaded file, instead of an address. */
export type Attachment = { title: string; address: string; media?: string | undefined }

export const entryFieldNames: Record<keyof EntryDraft, string> = {
  kind: '类别',
  gallery: '展厅',
  title: '标题',
  position: '次序',
  about: '介绍',
  adultsOnly: '给谁看',
  blocks: '内容',
  category: '栏目',
  date: '日期',
  summary: '摘要',
  attachments: '附件',
  who: '获得荣誉的单位或个人',
  award: '荣誉名称',
  year: '年份',
}

export const emptyDraft: EntryDraft = {
  kind: 'exhibit',
  gallery: galleryKinds[0],
  title: '',
  position: '100',
  about: '',
  adultsOnly: false,
  blocks: [],
  category: bulletinCategories[0],
  date: '',
  summary: '',
  attachments: [],
  who: '',
  award: '',
  year: '',
}

/** A new bulletin; else as `draftOf`. */
export const draftOfBulletin = (entry: Pick<Entry, 'content'> | null): EntryDraft =>
  entry === null ? { ...emptyDraft, kind: 'bulletin', date: dayOf(Date.now()) } : draftOf(entry)

/** Of one that holds something unknown there is no form, and none is shown. */
export function draftOf(
  entry: Pick<Entry, 'content'> | null,
  kind: EntryDraft['kind'] = 'exhibit',
): EntryDraft {
  const content = entry?.content
  if (!content || content.kind === 'other' || content.kind === 'fund') return { ...emptyDraft, kind }
  switch (content.kind) {
    case 'exhibit':
    case 'gallery':
      return { ...emptyDraft, ...content, position: String(content.position) }
    case 'bulletin': {
      const { honour, ...written } = content
      return { ...emptyDraft, ...written, ...(honour && { ...honour, year: String(honour.year) }) }
    }
  }
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
  const parsed = contentSchema.safeParse(writtenOf(draft))
  return parsed.success ? parsed.data : null
}

function writtenOf(draft: EntryDraft) {
  const { kind, gallery, about, adultsOnly, blocks } = draft
  const title = draft.title.trim()
  const inHall = { gallery, position: wholeNumber(draft.position), title }
  switch (kind) {
    case 'exhibit':
      return { ...inHall, kind, blocks }
    case 'gallery':
      return { ...inHall, kind, about: about.trim(), adultsOnly }
    case 'bulletin': {
      const { category, date, summary, attachments } = draft
      return {
        kind,
        title,
        category,
        date,
        summary: summary.trim(),
        blocks,
        attachments,
        honour: honourOf(draft),
      }
    }
  }
}

/** What cannot be saved as it is, e.g. without a title, can be looked at all the same. */
export const unfinished = (
  { title, gallery, blocks }: EntryDraft,
  blocksOf: (blocks: readonly DraftBlock[]) => Block[] = (all) => all.map(wordsOf),
): Content => ({ kind: 'exhibit', title, gallery, blocks: blocksOf(blocks), position: 0 })

/** Null while nothing of it is written. */
function honourOf({ category, who, award, year }: EntryDraft) {
  if (category !== 'honour' || `${who}${award}${year}`.trim() === '') return null
  return { who: who.trim(), award: award.trim(), year: wholeNumber(year) }
}

export type Problems = Partial<
  Record<'title' | 'position' | 'about' | 'blocks' | 'date' | 'summary' | 'attachments' | 'year', string>
>

export function problemsOf(draft: EntryDraft): Problems {
  const { kind, title, position, about, blocks } = draft
  const problems: Problems = kind === 'bulletin' ? bulletinProblems(draft) : {}
  const most = kind === 'gallery' ? 40 : 60
  if (title.trim().length > most) problems.title = `最多 ${most} 个字`
  const number = wholeNumber(position)
  if (number === null || number < 0 || number > 9_999) problems.position = '0 到 9999 之间的整数'
  if (about.trim().length > 600) problems.about = '最多 600 个字'
  if (blocks.length > mostBlocks) problems.blocks = `最多 ${mostBlocks} 块，现在有 ${blocks.length} 块。`
  return problems
}

function bulletinProblems({ category, date, summary, attachments, year }: EntryDraft): Problems {
  const problems: Problems = {}
  if (!daySchema.safeParse(date).success) problems.date = '写成 2026-12-01 这样'
  if (summary.trim().length > 160) problems.summary = '最多 160 个字'
  if (attachments.some(({ address }) => !isAddress(address)))
    problems.attachments = '附件的网址要以 https:// 开头。'
  const number = wholeNumber(year)
  const isYear = number !== null && number >= 1987 && number <= 2100
  if (category === 'honour' && year.trim() !== '' && !isYear) problems.year = '写四位数的年份'
  return problems
}

const isAddress = (address: string) => address === '' || /^https:\/\/[^\s<>"]+$/.test(address)
