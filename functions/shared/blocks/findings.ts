/** What keeps blocks from being published: one rule for the editor, who is shown it while writing, and the server. Pure. */
import type { Block } from './block'

export const findingCodes = [
  'description-missing',
  'transcript-missing',
  'captions-missing',
  'source-missing',
  'text-missing',
  'rows-uneven',
  'bulletins-many',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `block`: id of the block. `field`: within it, e.g. `pictures.2.description`. */
export type Finding = { block: string; field: string; code: FindingCode }

/** Bulletins that one text may name: each is looked up whenever it is published, and written to by whoever is named. */
export const mostBulletins = 10

export const findingsIn = (blocks: readonly Block[]): Finding[] => [
  ...blocks.flatMap((block) => lacksOf(block).map(([field, code]) => ({ block: block.id, field, code }))),
  ...blocks
    .filter(({ type }) => type === 'bulletin')
    .slice(mostBulletins)
    .map(({ id }): Finding => ({ block: id, field: 'bulletin', code: 'bulletins-many' })),
]

type Lack = [field: string, code: FindingCode]

const isBlank = (text: string) => text.trim() === ''
const required = (text: string, field: string, code: FindingCode = 'text-missing'): Lack[] =>
  isBlank(text) ? [[field, code]] : []

function lacksOf(block: Block): Lack[] {
  switch (block.type) {
    case 'heading':
    case 'text':
      return required(block.text, 'text')
    case 'picture':
      return required(block.description, 'description', 'description-missing')
    case 'pictures':
      return block.pictures.flatMap(({ description }, i) =>
        required(description, `pictures.${i}.description`, 'description-missing'),
      )
    case 'audio':
      return required(block.transcript, 'transcript', 'transcript-missing')
    case 'video':
      return block.captions.some(({ text }) => !isBlank(text)) ? [] : [['captions', 'captions-missing']]
    case 'timeline':
      return block.events.flatMap(({ title }, i) => required(title, `events.${i}.title`))
    case 'figure':
      return [
        ...required(block.label, 'label'),
        ...required(block.source, 'source', 'source-missing'),
        ...(block.date === null ? [['date', 'source-missing'] satisfies Lack] : []),
      ]
    case 'quotation':
      return [...required(block.text, 'text'), ...required(block.by, 'by', 'source-missing')]
    case 'table':
      return block.rows.flatMap((row, i): Lack[] =>
        row.length === block.columns.length ? [] : [[`rows.${i}`, 'rows-uneven']],
      )
    case 'place':
    case 'bulletin':
      return []
  }
}
