/**
 * Blocks while they are written. A field that is read from what is typed, a number or captions, holds the typed text itself for as long as it
 * cannot be read: so it is undone, merged and kept on the device like anything typed, and is no content that could be saved. Pure.
 */
import type { Block } from '@common/blocks/block'
import { type Finding, findingsIn } from '@common/blocks/findings'
import { plainText } from '@common/blocks/text'
import { unfinishedDay } from '@/shared/components/day-field/props'

type Figure = Extract<Block, { type: 'figure' }>
type Video = Extract<Block, { type: 'video' }>
export type FigureDraft = Omit<Figure, 'value'> & { value: Figure['value'] | string }
export type VideoDraft = Omit<Video, 'captions'> & { captions: Video['captions'] | string }
export type DraftBlock = Exclude<Block, Figure | Video> | FigureDraft | VideoDraft

/** The field whose text cannot be read; null: there is none. */
export function unreadField(block: DraftBlock): 'value' | 'captions' | null {
  if (block.type === 'figure') return typeof block.value === 'string' ? 'value' : null
  return block.type === 'video' && typeof block.captions === 'string' ? 'captions' : null
}

/** With all its words, for whatever is found in them: captions at no time, a number that equals none, and no day. */
export function wordsOf(block: DraftBlock): Block {
  if (block.type === 'figure') {
    const { value } = block
    const date = block.date === unfinishedDay ? null : block.date
    return { ...block, value: typeof value === 'string' ? Number.NaN : value, date }
  }
  if (block.type === 'video') {
    const { captions } = block
    return {
      ...block,
      captions: typeof captions === 'string' ? [{ from: 0, until: 0, text: captions }] : captions,
    }
  }
  return block
}

/** What is shown of them meanwhile: no figure without its number, and no captions that nobody can place. */
export function shownBlocks(blocks: readonly DraftBlock[]): Block[] {
  return blocks.flatMap((block) => {
    const field = unreadField(block)
    const words = wordsOf(block)
    if (field === 'value') return []
    return field === 'captions' && words.type === 'video' ? [{ ...words, captions: [] }] : [words]
  })
}

/** What is missing of them; what cannot be read is said at its field. */
export function draftFindings(blocks: readonly DraftBlock[]): Finding[] {
  const unread = new Map(blocks.map((block) => [block.id, unreadField(block)]))
  return findingsIn(blocks.map(wordsOf)).filter(({ block, field }) => field !== unread.get(block))
}

/** As somebody reads it who compares two texts. */
export const draftText = (block: DraftBlock): string =>
  block.type === 'figure' && typeof block.value === 'string'
    ? [block.label, block.value, block.unit].join(' ').trim()
    : plainText([wordsOf(block)])
