/** Two texts of one entry, compared. Pure. */
import type { Block } from '@common/blocks/block'
import { type BlockChange, compareBlocks } from '@common/blocks/compare'
import type { Content } from '@functions/exhibition/contract/entries'
import { fundBlocks } from '../fund-blocks'
import { galleryName } from '../view'

export type FieldChange = { label: string; before: string; after: string }
/** `same`: how many blocks are in both, at their place. */
export type Compared = { fields: FieldChange[]; blocks: BlockChange[]; same: number }

export function compareContents(before: Content, after: Content): Compared {
  const blocks = compareBlocks(blocksOf(before), blocksOf(after))
  const changed = blocks.filter(({ change }) => change !== 'same')
  const [olds, news] = [fieldsOf(before), fieldsOf(after)]
  const fields = Object.entries(news).flatMap(([label, text]) =>
    olds[label] === text ? [] : [{ label, before: olds[label] ?? '', after: text }],
  )
  return { fields, blocks: changed, same: blocks.length - changed.length }
}

function blocksOf(content: Content): readonly Block[] {
  if (content.kind === 'fund') return fundBlocks(content)
  return content.kind === 'gallery' ? [] : content.blocks
}

function fieldsOf(content: Content): Record<string, string> {
  if (content.kind === 'fund') return { 年份: String(content.year) }
  if (content.kind === 'bulletin') return { 标题: content.title, 日期: content.date, 摘要: content.summary }
  const { title, gallery, position } = content
  const same = { 标题: title, 展厅: galleryName(gallery), 次序: String(position) }
  if (content.kind === 'exhibit') return same
  return { ...same, 介绍: content.about, 给谁看: content.adultsOnly ? '只给成年人看' : '大家都能看' }
}
