/** Entries of the hall as the desk reads them; every builder takes overrides. */
import type { Block } from '@common/blocks/block'
import type { Content, Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { titleOf } from '@functions/exhibition/contract/kinds'

export const author = '0000000000000000000a'
const at = '2026-03-04T02:00:00.000Z'

export function anEntry(overrides: Partial<EntrySummary> = {}): EntrySummary {
  return {
    id: '320800-exhibit-first',
    region: '320800',
    kind: 'exhibit',
    gallery: 'history',
    title: '第一批福利彩票',
    position: 10,
    state: 'draft',
    revision: 3,
    savedBy: author,
    savedAt: at,
    live: null,
    review: null,
    schedule: null,
    returned: null,
    writers: [author],
    ...overrides,
  }
}

export const waiting: Partial<EntrySummary> = { state: 'in-review', review: { version: 2, by: author, at } }

export const someBlocks: Block[] = [
  { id: 'b1', type: 'heading', text: '1987 年的夏天', level: 2 },
  { id: 'b2', type: 'text', text: '这一天，第一批彩票在石家庄发售。' },
]

export const aText = (overrides: Partial<Extract<Content, { kind: 'exhibit' }>> = {}): Content => ({
  kind: 'exhibit',
  gallery: 'history',
  position: 10,
  title: '第一批福利彩票',
  blocks: someBlocks,
  ...overrides,
})

export const aWholeEntry = (overrides: Partial<Entry> = {}): Entry => ({
  ...anEntry(),
  content: aText(),
  findings: [],
  ...overrides,
})

export const aVersion = (content: Content = aText()) => ({
  version: 2,
  title: titleOf(content),
  by: author,
  at,
  writers: [author],
  content,
})
