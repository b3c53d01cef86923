/** What a file would do, beside what stands there. Pure. */
import { type Content, findingsOf, titleOf } from '../../contract/kinds'
import type { BulletinContent } from '../../contract/kinds/bulletin'
import type { FundContent } from '../../contract/kinds/fund'
import { bulletinColumns, type PlannedEntry, type SheetChange } from '../../contract/sheets'
import type { EntryItem } from '../entry'
import { mayBe } from '../states'
import { wordingOf } from '../wording'
import { keptIds } from './block-text'
import { bulletinCells } from './bulletin-row'
import { emptiedIn } from './emptied'
import { fundCells, keptUses } from './fund-rows'

type Stored = { entry: EntryItem; content: Content }
/** `content`: as it would be saved. `base`: the revision in whose place; null: there is none. */
export type Planned = {
  id: string
  line: number
  change: SheetChange
  base: number | null
  content: Content
  shown: PlannedEntry
}

/** A row of the file: its cells, and how it is called. */
type Named = { name: string; text: string }

export function planned(
  { id, line, content: given }: { id: string; line: number; content: Content },
  stored: Stored | null,
): Planned {
  const content = stored ? withIds(stored.content, given) : given
  const fields = stored ? differences(named(stored.content), named(content)) : []
  const change = changeOf(stored, fields.length === 0)
  const shown = {
    ...{ id, line, title: titleOf(content), change, fields },
    lacks: findingsOf(content).length,
    refused: wordingOf(content).filter(({ isRefused }) => isRefused).length,
    emptied: stored && change === 'changed' ? emptiedIn(stored.content, content) : 0,
    writers: stored && change === 'changed' ? stored.entry.writers : [],
  }
  return { id, line, change, base: stored?.entry.revision ?? null, content, shown }
}

function changeOf(stored: Stored | null, isSame: boolean): SheetChange {
  if (!stored) return 'new'
  if (isSame) return 'same'
  return mayBe('write', stored.entry.state) ? 'changed' : 'waits'
}

/** What a file does not hold stays as it is. */
function withIds(before: Content, after: Content): Content {
  if (before.kind === 'bulletin' && after.kind === 'bulletin')
    return { ...after, blocks: keptIds(before.blocks, after.blocks) }
  if (before.kind === 'fund' && after.kind === 'fund')
    return { ...after, uses: keptUses(before.uses, after.uses) }
  return after
}

function named(content: Content): Named[] {
  if (content.kind === 'bulletin') return ofBulletin(content)
  return content.kind === 'fund' ? ofFund(content) : []
}

const ofBulletin = (content: BulletinContent): Named[] =>
  bulletinCells('', content).map((text, i) => ({ name: bulletinColumns[i] ?? '', text }))

/** Each figure with its source and day, and each use by its name. */
function ofFund(content: FundContent): Named[] {
  const uses = new Map<string, number>()
  return fundCells(content).map(([, item = '', name = '', ...rest]) => {
    const label = name === '' ? item : `${item}：${name}`
    const times = (uses.get(label) ?? 0) + 1
    uses.set(label, times)
    const [value = '', unit = '', ...others] = rest
    const text = [value === '' ? '' : `${value} ${unit}`, ...others].filter((part) => part !== '')
    return { name: times > 1 ? `${label}（${times}）` : label, text: text.join('，') }
  })
}

const longest = 200
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

function differences(before: readonly Named[], after: readonly Named[]): PlannedEntry['fields'] {
  const [olds, news] = [mapOf(before), mapOf(after)]
  const names = [...new Set([...after, ...before].map(({ name }) => name))]
  const changed = names.flatMap((name) => {
    const [was = '', is = ''] = [olds.get(name), news.get(name)]
    return was === is ? [] : [{ name, ...cutAround(was, is) }]
  })
  const isMoved = changed.length === 0 && JSON.stringify(before) !== JSON.stringify(after)
  return isMoved ? [{ name: '次序', before: orderOf(before), after: orderOf(after) }] : changed
}

/** Two long texts from shortly before the place where they part. */
function cutAround(before: string, after: string): { before: string; after: string } {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = Math.max(0, same - 20)
  const shown = (text: string) => `${from > 0 ? '…' : ''}${cut(text.slice(from))}`
  return { before: shown(before), after: shown(after) }
}

const mapOf = (all: readonly Named[]) => new Map(all.map(({ name, text }) => [name, text]))
const orderOf = (all: readonly Named[]) => cut(all.map(({ name }) => name).join('、'))
