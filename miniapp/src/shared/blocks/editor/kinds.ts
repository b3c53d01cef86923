/** The types of block in the words of the editor, and what is done with a list of them. Pure. */
import type { Block, BlockType } from '@common/blocks/block'
import { type Finding, type FindingCode, mostBulletins } from '@common/blocks/findings'
import type { DraftBlock } from './draft'

export const blockNames: Readonly<Record<BlockType, string>> = {
  heading: '小标题',
  text: '正文',
  picture: '图片',
  pictures: '图片组',
  audio: '声音',
  video: '视频',
  timeline: '时间线',
  figure: '数字',
  quotation: '引文',
  table: '表格',
  place: '地点',
  bulletin: '公益信息',
}

export const newPicture = { media: '', description: '', caption: '' } as const

export function newBlock(type: BlockType, id: string): Block {
  switch (type) {
    case 'heading':
      return { id, type, text: '', level: 2 }
    case 'text':
      return { id, type, text: '' }
    case 'picture':
      return { id, type, ...newPicture }
    case 'pictures':
      return { id, type, pictures: [newPicture] }
    case 'audio':
      return { id, type, media: '', title: '', transcript: '' }
    case 'video':
      return { id, type, media: '', title: '', captions: [], poster: null }
    case 'timeline':
      return { id, type, events: [{ time: '', title: '', text: '' }] }
    case 'figure':
      return { id, type, value: 0, unit: '', label: '', source: '', date: null }
    case 'quotation':
      return { id, type, text: '', by: '', source: '' }
    case 'table':
      return { id, type, caption: '', columns: ['', ''], rows: [['', '']] }
    case 'place':
      return { id, type, place: '', note: '' }
    case 'bulletin':
      return { id, type, bulletin: '' }
  }
}

/** With the block one place further up (-1) or down (1); as they were where there is none. */
export function movedBy(blocks: readonly DraftBlock[], id: string, by: -1 | 1): readonly DraftBlock[] {
  const at = blocks.findIndex((block) => block.id === id)
  return movedTo(blocks, id, at + by)
}

export function movedTo(blocks: readonly DraftBlock[], id: string, to: number): readonly DraftBlock[] {
  const block = blocks.find((one) => one.id === id)
  if (!block || to < 0 || to >= blocks.length) return blocks
  const others = blocks.filter((one) => one !== block)
  return [...others.slice(0, to), block, ...others.slice(to)]
}

export const without = (blocks: readonly DraftBlock[], id: string): readonly DraftBlock[] =>
  blocks.filter((block) => block.id !== id)

export const replaced = (blocks: readonly DraftBlock[], next: DraftBlock): readonly DraftBlock[] =>
  blocks.map((block) => (block.id === next.id ? next : block))

/** Behind the block `after`; null: at the end. */
export function inserted(
  blocks: readonly DraftBlock[],
  block: DraftBlock,
  after: string | null,
): readonly DraftBlock[] {
  const at = after === null ? blocks.length : blocks.findIndex(({ id }) => id === after) + 1
  return [...blocks.slice(0, at), block, ...blocks.slice(at)]
}

const findingTexts: Readonly<Record<FindingCode, string>> = {
  'description-missing': '图片还没有说明',
  'transcript-missing': '声音还没有文字稿',
  'captions-missing': '视频还没有字幕',
  'source-missing': '还没有来源',
  'text-missing': '还没有写',
  'rows-uneven': '各行的格数和表头不一样',
  'bulletins-many': `一篇最多放 ${mostBulletins} 条公益信息，删去几条`,
}
const pictureMissing = /^pictures\.(\d+)\./
const fieldNames: Readonly<Record<string, string>> = { label: '说的是什么', date: '日期', by: '是谁说的' }

/** What is missing in one block, each said once. */
export function findingsText(findings: readonly Finding[]): string {
  const texts = findings.map(({ field, code }) => {
    const event = /^events\.(\d+)\./.exec(field)
    if (event) return `第 ${Number(event[1]) + 1} 件事还没有写`
    const picture = pictureMissing.exec(field)
    if (picture) return `第 ${Number(picture[1]) + 1} 张图片还没有说明`
    const name = fieldNames[field]
    return name ? `${name}还没有写` : findingTexts[code]
  })
  return `${[...new Set(texts)].join('，')}。`
}

const times = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
export const timeProblem = (time: string): string | null =>
  times.test(time) ? null : '写成 1987、1987-07 或 1987-07-27'
