/** The words of blocks: for search, for the check of what people write, and for the rules of the law. Pure. */
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

/** All words of the blocks, a line a text. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => textsOf(block).map(({ text }) => text)).join('\n')
