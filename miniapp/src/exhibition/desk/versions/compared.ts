/** Two texts of one entry, compared. Pure. */
import type { Block } from '@common/blocks/block'
import { type BlockChange, compareBlocks } from '@common/blocks/compare'
import { categoryNames } from '@functions/exhibition/contract/categories'
import type { Content } from '@functions/exhibition/contract/entries'
import type { BulletinContent } from '@functions/exhibition/contract/kinds/bulletin'
import { figuresOf } from '../fund/figures'
import { galleryName } from '../view'

export type FieldChange = { label: string; before: string; after: string }
/** `same`: how many blocks are in both, at their place. */
export type Compared = { fields: FieldChange[]; blocks: BlockChange[]; same: number }

export function compareContents(before: Content, after: Content): Compared {
  const blocks = compareBlocks(blocksOf(before), blocksOf(after))
  const changed = blocks.filter(({ change }) => change !== 'same')
  const [olds, news] = [fieldsOf(before), fieldsOf(after)]
  const labels = [...new Set([...Object.keys(news), ...Object.keys(olds)])]
  const fields = labels.flatMap((label) => {
    const [was = '', is = ''] = [olds[label], news[label]]
    return was === is ? [] : [{ label, before: was, after: is }]
  })
  return { fields, blocks: changed, same: blocks.length - changed.length }
}

function blocksOf(content: Content): readonly Block[] {
  return 'blocks' in content ? content.blocks : []
}

function fieldsOf(content: Content): Record<string, string> {
  if (content.kind === 'fund') return figuresOf(content)
  if (content.kind === 'bulletin') return bulletinFields(content)
  const { title, gallery, position } = content
  const same = { 标题: title, 展厅: galleryName(gallery), 次序: String(position) }
  if (content.kind === 'exhibit') return same
  return { ...same, 介绍: content.about, 给谁看: content.adultsOnly ? '只给成年人看' : '大家都能看' }
}

const bulletinFields = ({ title, category, date, summary, attachments, honour }: BulletinContent) => ({
  标题: title,
  栏目: categoryNames[category],
  日期: date,
  摘要: summary,
  附件: attachments.map((one) => `${one.title} ${one.address}`).join('\n'),
  荣誉: honour ? `${honour.who}，${honour.award}，${honour.year} 年` : '',
})
