/** The words of blocks: as somebody wrote them, for the rules of the law and WeChat's check, and as visitors read them, for search and comparison. Pure. */
import type { Block } from './block'

/** Every text of a block that somebody wrote, with its field. */
export function textsOf(block: Block): { field: string; text: string }[] {
  const texts = fieldsOf(block).map(([field, text]) => ({ field, text }))
  return texts.filter(({ text }) => text !== '')
}

function fieldsOf(block: Block): [string, string][] {
  switch (block.type) {
    case 'heading':
    case 'text':
      return [['text', block.text]]
    case 'picture':
      return pictureFields(block, '')
    case 'pictures':
      return block.pictures.flatMap((picture, i) => pictureFields(picture, `pictures.${i}.`))
    case 'audio':
      return [
        ['title', block.title],
        ['transcript', block.transcript],
      ]
    case 'video':
      return [
        ['title', block.title],
        ...block.captions.map(({ text }, i): [string, string] => [`captions.${i}.text`, text]),
      ]
    case 'timeline':
      return block.events.flatMap(({ title, text }, i): [string, string][] => [
        [`events.${i}.title`, title],
        [`events.${i}.text`, text],
      ])
    case 'figure':
      return [
        ['label', block.label],
        ['unit', block.unit],
        ['source', block.source],
      ]
    case 'quotation':
      return [
        ['text', block.text],
        ['by', block.by],
        ['source', block.source],
      ]
    case 'table':
      return [
        ['caption', block.caption],
        ...block.columns.map((text, i): [string, string] => [`columns.${i}`, text]),
        ...block.rows.flatMap((row, i) => row.map((text, j): [string, string] => [`rows.${i}.${j}`, text])),
      ]
    case 'place':
      return [['note', block.note]]
    case 'bulletin':
      return []
  }
}

type Described = { description: string; caption: string }
const pictureFields = ({ description, caption }: Described, prefix: string): [string, string][] => [
  [`${prefix}description`, description],
  [`${prefix}caption`, caption],
]

/** What a visitor reads of a block, a line each: with the numbers and times that stand beside the texts, of a table a row a line. */
export function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'figure':
      return filled(`${block.label} ${block.value} ${block.unit}`, block.date ?? '', block.source)
    case 'timeline':
      return block.events.flatMap(({ time, title, text }) => filled(`${time} ${title}`, text))
    case 'table':
      return filled(block.caption, ...[block.columns, ...block.rows].map((row) => filled(...row).join('，')))
    default:
      return textsOf(block).map(({ text }) => text)
  }
}

const filled = (...lines: string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '')

/** All that visitors read of the blocks. */
export const plainText = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join('\n')
