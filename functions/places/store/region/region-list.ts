/**
 * The list of regions and its index as stored documents, made anew by whatever changes a region's figures. Reading the
 * heads and districts of 300 cities costs some fifty read units; these cost eight and two.
 */
import { createHash } from 'node:crypto'
import { type Item, parseItem, type Table } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { brotli } from '../../../shared/http/brotli'
import { unbrotli } from '../../../shared/http/compression'
import { amongMany, retry, retryOnConflict } from '../../../shared/items/retry'
import * as z from '../../../shared/zod'
import type { Region } from '../../contract'
import {
  type IndexedRegion,
  indexedOf,
  indexedRegionSchema,
  packedRegionsSchema,
  packRegions,
  unpackRegions,
} from '../../rules/region/list'
import { regionIndexKey, regionListKey } from '../keys'
import { regionReader } from './regions'

const documentSchema = z.object({ revision: z.int(), tag: z.string(), bytes: z.instanceof(Uint8Array) })

const parsed = async <T extends z.ZodMiniType>(item: Item, schema: T): Promise<z.infer<T>> =>
  z.parse(schema, JSON.parse((await unbrotli(parseItem(documentSchema, item).bytes)).toString()))

export const regionListReader = (table: Table) => {
  const { listRegions } = regionReader(table)
  return {
    /**
     * Every region, by adcode. `version` is the one of the last import or contact: reports raise it without making the list
     * anew, and the catalogue's own tag tells of them.
     */
    async readRegionList(): Promise<Region[]> {
      const item = await table.get(regionListKey, { consistent: false })
      // A table that no build with these documents has imported into.
      const packed = item
        ? await parsed(item, packedRegionsSchema)
        : packRegions(await listRegions({ consistent: false }))
      return unpackRegions(packed)
    },

    /** What tells which regions can hold a place: a unit or two, once a minute. */
    async readRegionIndex(): Promise<IndexedRegion[]> {
      const item = await table.get(regionIndexKey, { consistent: false })
      if (item) return parsed(item, z.array(indexedRegionSchema))
      return (await listRegions({ consistent: false })).map(indexedOf)
    },
  }
}

export const regionListWriter = (table: Table) => {
  const { listRegions } = regionReader(table)

  /** Again where another import made one meanwhile, which may not have seen this region. */
  const replace = async () => {
    const existing = await table.get(regionListKey, { consistent: true })
    const before = existing && parseItem(documentSchema, existing)
    const regions = await listRegions({ consistent: true })
    const [list, index] = [JSON.stringify(packRegions(regions)), JSON.stringify(regions.map(indexedOf))]
    const tag = createHash('sha256').update(list).update(index).digest('hex').slice(0, 16)
    if (before?.tag === tag) return true
    const revision = (before?.revision ?? 0) + 1
    const written = await table.transact([
      table.put(
        { ...regionListKey, revision, tag, bytes: new Uint8Array(await brotli(list)) },
        before
          ? {
              ConditionExpression: '#revision = :before',
              names: { '#revision': 'revision' },
              values: { ':before': before.revision },
            }
          : { ConditionExpression: 'attribute_not_exists(PK)' },
      ),
      table.put({ ...regionIndexKey, revision, tag, bytes: new Uint8Array(await brotli(index)) }),
    ])
    return written.ok ? true : retry
  }

  return {
    /** After a change of a region's figures or contact. Where nothing changed, nothing is written. */
    async updateRegionList(): Promise<void> {
      if (!(await retryOnConflict(table, replace, amongMany)))
        throw new TableUnavailable('the list of regions changes too often to be made')
    },
  }
}
