/**
 * What visitors read of bulletins beside their documents: a row for each in lists, and their words for searches in packs of some fifty,
 * of which a publication rewrites one. The heads say which packs there are, and which of them changed.
 */
import { createHash } from 'node:crypto'
import { type Item, parseItem, type Table, type Write } from '../../shared/aws/table'
import { daySchema, instantSchema } from '../../shared/contract'
import { readSorted } from '../../shared/items/sorted-pages'
import * as z from '../../shared/zod'
import { type BulletinCategory, bulletinCategories } from '../contract/categories'
import type { BulletinRow } from '../rules/bulletins/documents'
import { bulletinHeadsKey, bulletinPackKey, bulletinRowKey, bulletinsPartition } from './keys'

const headsSchema = z.object({
  /** Rises with every publication and withdrawal of a bulletin in the city. */
  sequence: z.int(),
  /** Of the last publication. */
  at: instantSchema,
  /** By number of the pack, the sequence with which it was written. */
  packs: z.record(z.string(), z.int()),
})
export type BulletinHeads = z.infer<typeof headsSchema>

const rowSchema = z.object({
  id: z.string(),
  at: instantSchema,
  category: z.enum(bulletinCategories),
  title: z.string(),
  date: daySchema,
  summary: z.string(),
  honour: z.nullable(z.object({ who: z.string(), award: z.string(), year: z.int() })),
})

const packSchema = z.object({ number: z.int(), written: z.int(), bytes: z.instanceof(Uint8Array) })
/** `bytes`: the bulletins for searches as JSON, brotli compressed. */
export type Pack = z.infer<typeof packSchema>

/** All are read by one BatchGetItem, of which a hundred is the most. */
const packs = 96
/** DynamoDB takes items of at most 400 KB; keys and names need a little. */
export const mostPackBytes = 380 * 1024

/** In which pack a bulletin's words are: spread evenly, and the same for ever. */
export const packNumberOf = (id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % packs

/** What one publication or withdrawal writes. `was`, `is`: its row before and now; null: it is not public. */
export type BulletinChange = {
  region: string
  before: BulletinHeads | null
  was: BulletinRow | null
  is: BulletinRow | null
  pack: Pack
}

export const bulletinStore = (table: Table) => {
  const partitionsOf = (region: string, category: BulletinCategory) => [
    bulletinsPartition(region, null),
    bulletinsPartition(region, category),
  ]
  const keysOf = (region: string, { category, date, id }: BulletinRow) =>
    partitionsOf(region, category).map((partition) => bulletinRowKey(partition, date, id))

  return {
    /** Null where no bulletin was ever published in the city. */
    async readHeads(region: string, options: { consistent: boolean }): Promise<BulletinHeads | null> {
      const item = await table.get(bulletinHeadsKey(region), options)
      return item && parseItem(headsSchema, item)
    },

    /** Newest day first, as they are now. `category`: null for all. `from`: where the page begins, as the one before said. */
    async listRows(
      region: string,
      category: BulletinCategory | null,
      page: { from: string | null; limit: number },
    ): Promise<{ rows: BulletinRow[]; next: string | null }> {
      const range = { from: '0', until: '9~' }
      const query = { ...page, consistent: true }
      const { items, next } = await readSorted(table, bulletinsPartition(region, category), [range], query)
      return { rows: items.map((item): BulletinRow => parseItem(rowSchema, item)), next }
    },

    /** Those that there are, in no order. */
    async readPacks(
      region: string,
      numbers: readonly number[],
      options: { consistent: boolean },
    ): Promise<Pack[]> {
      const items = await table.getMany(
        numbers.map((number) => bulletinPackKey(region, number)),
        options,
      )
      return items.map((item) => parseItem(packSchema, item))
    },

    /** Fragment: refused where a bulletin was published or withdrawn since `before` was read. */
    unchanged: (region: string, before: BulletinHeads | null): Write =>
      table.check(bulletinHeadsKey(region), unchangedSince(before)),

    /** Fragments, of which the first is refused where another bulletin was published or withdrawn since `before` was read. */
    writes({ region, before, was, is, pack }: BulletinChange): Write[] {
      const sequence = pack.written
      const at = is?.at ?? before?.at ?? new Date(0).toISOString()
      const heads = { sequence, at, packs: { ...before?.packs, [pack.number]: sequence } }
      const put = is === null ? [] : keysOf(region, is)
      const old = was === null ? [] : keysOf(region, was)
      const gone = old.filter(({ PK, SK }) => !put.some((key) => key.PK === PK && key.SK === SK))
      return [
        table.put({ ...bulletinHeadsKey(region), ...heads }, unchangedSince(before)),
        table.put({ ...bulletinPackKey(region, pack.number), ...pack }),
        ...put.map((key) => table.put({ ...key, ...is } satisfies Item & typeof key)),
        ...gone.map((key) => table.remove(key)),
      ]
    },
  }
}

const unchangedSince = (before: BulletinHeads | null) =>
  before === null
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: '#sequence = :sequence',
        names: { '#sequence': 'sequence' },
        values: { ':sequence': before.sequence },
      }
