/** Entries and their texts. An entry is written whole, on the condition that nobody has written it meanwhile. */

import { type Item, parseItem, type Table, type Write } from '../../shared/aws/table'
import { instantSchema, personIdSchema } from '../../shared/contract'
import { readSorted } from '../../shared/items/sorted-pages'
import * as z from '../../shared/zod'
import {
  type Content,
  contentSchema,
  type EntryKind,
  entryKindSchema,
  entryStateSchema,
} from '../contract/entries'
import { titleOf } from '../contract/kinds'
import type { EntryItem, VersionItem } from '../rules/entry'
import {
  entriesPartition,
  entryKey,
  summaryKey,
  summaryPrefix,
  textsPartition,
  versionKey,
  workingKey,
} from './keys'

const cardSchema = z.object({ gallery: z.string(), position: z.int(), title: z.string() })
const stepSchema = z.object({ version: z.int(), by: personIdSchema, at: instantSchema })

const entryItemSchema = z.object({
  id: z.string(),
  region: z.string(),
  kind: entryKindSchema,
  card: cardSchema,
  state: entryStateSchema,
  revision: z.int(),
  savedBy: personIdSchema,
  savedAt: instantSchema,
  latest: z.int(),
  same: z.optional(z.nullable(z.int())),
  review: z.nullable(
    z.extend(stepSchema, { due: instantSchema, proposed: z.optional(z.nullable(instantSchema)) }),
  ),
  schedule: z.nullable(stepSchema),
  live: z.nullable(z.extend(stepSchema, { card: cardSchema })),
  returned: z.nullable(z.extend(stepSchema, { reason: z.string() })),
  check: z.optional(z.object({ revision: z.int(), verdict: z.enum(['pass', 'risky', 'unchecked']) })),
  writers: z.array(personIdSchema),
  asked: z.string(),
  change: z.int(),
})
/** `revision`: that of the entry with which it was written. */
const workingSchema = z.object({ revision: z.int(), content: contentSchema })
export type Working = z.infer<typeof workingSchema>
const versionShape = {
  version: z.int(),
  by: personIdSchema,
  at: instantSchema,
  writers: z.array(personIdSchema),
  isKept: z.optional(z.boolean()),
}
const versionSchema = z.object({ ...versionShape, content: contentSchema })
const summarySchema = z.object({ ...versionShape, title: z.string() })
export type VersionSummary = z.infer<typeof summarySchema>

const entryOf = (item: Item): EntryItem => parseItem(entryItemSchema, item)

export const entryStore = (table: Table) => ({
  /** As it is now. */
  async readEntry(id: string): Promise<EntryItem | null> {
    const item = await table.get(entryKey(id), { consistent: true })
    return item && entryOf(item)
  },

  /** All of the city and kind, as they are now. */
  async readAll(region: string, kind: EntryKind): Promise<EntryItem[]> {
    return (await table.query(entriesPartition(region, kind), '', { consistent: true })).map(entryOf)
  },

  /** Newest first. `from`: where the page begins, as the one before said; null for the first. A second old at most. */
  async listEntries(region: string, kind: EntryKind, page: { from: string | null; limit: number }) {
    const range = { from: `${region}-${kind}-`, until: `${region}-${kind}-~` }
    const { items, next } = await readSorted(table, entriesPartition(region, kind), [range], page)
    return { entries: items.map(entryOf), next }
  },

  /** Newest first, as above. */
  async listVersions(id: string, page: { from: string | null; limit: number }) {
    const range = { from: summaryPrefix, until: `${summaryPrefix}~` }
    const { items, next } = await readSorted(table, textsPartition(id), [range], page)
    return { versions: items.map((item): VersionSummary => parseItem(summarySchema, item)), next }
  },

  /** Read after the entry, it is at least as new. */
  async readWorking(id: string): Promise<Working | null> {
    const item = await table.get(workingKey(id), { consistent: true })
    return item && parseItem(workingSchema, item)
  },

  /** Those that there are, in no order, as they are now. */
  async readMany(ids: readonly string[]): Promise<EntryItem[]> {
    return (await table.getMany(ids.map(entryKey), { consistent: true })).map(entryOf)
  },

  /** By the id of the entry: the working texts, as they are now. */
  async readWorkings(ids: readonly string[]): Promise<Map<string, Content>> {
    const byPartition = new Map(ids.map((id) => [textsPartition(id), id]))
    const items = await table.getMany(ids.map(workingKey), { consistent: true })
    return new Map(
      items.flatMap((item): [string, Content][] => {
        const id = byPartition.get(parseItem(partitionSchema, item).PK)
        return id === undefined ? [] : [[id, parseItem(workingSchema, item).content]]
      }),
    )
  },

  async readVersion(id: string, version: number): Promise<VersionItem | null> {
    const item = await table.get(versionKey(id, version), { consistent: true })
    return item && parseItem(versionSchema, item)
  },

  /** Those that there are, in no order. */
  async readVersions(
    of: readonly { id: string; version: number }[],
  ): Promise<(VersionItem & { id: string })[]> {
    const keys = of.map(({ id, version }) => versionKey(id, version))
    const items = await table.getMany(keys, { consistent: true })
    return items.map((item) => ({ ...parseItem(versionSchema, item), id: parseItem(idSchema, item).id }))
  },

  /** Fragment: a new entry; refused where there is one of its id. */
  putNew: (entry: EntryItem): Write =>
    table.put({ ...entryKey(entry.id), ...entry }, { ConditionExpression: 'attribute_not_exists(PK)' }),

  /** Fragment: the entry after a change; refused where somebody has changed it meanwhile. */
  putChanged: (entry: EntryItem): Write =>
    table.put(
      { ...entryKey(entry.id), ...entry },
      {
        ConditionExpression: '#change = :before',
        names: { '#change': 'change' },
        values: { ':before': entry.change - 1 },
      },
    ),

  putWorking: ({ id, revision }: EntryItem, content: Content): Write =>
    table.put({ ...workingKey(id), revision, content }),

  /** Fragments: refused where there is a version of that number, as none is ever overwritten. */
  putVersion(id: string, { content, ...version }: VersionItem): Write[] {
    const isNew = { ConditionExpression: 'attribute_not_exists(PK)' }
    return [
      table.put({ ...versionKey(id, version.version), id, ...version, content }, isNew),
      table.put({ ...summaryKey(id, version.version), ...version, title: titleOf(content) }, isNew),
    ]
  },
})

const idSchema = z.object({ id: z.string() })
const partitionSchema = z.object({ PK: z.string() })
