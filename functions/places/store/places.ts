/** Places as they are kept, and the dictionary that reads their names. */
import { type Item, parseItem, type Table } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { type PlaceRecord, placeRecordSchema } from '../rules/record'
import type { PinyinDictionary } from '../rules/search'
import { pinyinKey, placeKey, placePrefix, regionPartition } from './keys'

/** Everything of a region at one moment. */
export type RegionContent = { places: PlaceRecord[]; pinyin: PinyinDictionary }

const pinyinSchema = z.object({ pinyin: z.record(z.string(), z.string()) })

export const placeReader = (table: Table) => ({
  async readPlace(id: string, options: { consistent: boolean }): Promise<PlaceRecord | null> {
    const item = await table.get(placeKey(id), options)
    return item && parseItem(placeRecordSchema, item)
  },

  /** Those that exist, in no order, a request for each hundred. */
  async readPlaces(ids: readonly string[], options: { consistent: boolean }): Promise<PlaceRecord[]> {
    return (await table.getMany(ids.map(placeKey), options)).map((item) => parseItem(placeRecordSchema, item))
  },

  /** Costs half a read unit for each 4 KB of the region: for building a catalogue and for imports, not for requests. */
  async readContent(adcode: string): Promise<RegionContent> {
    const items = await table.query(regionPartition(adcode), '', { consistent: true })
    const dictionary = items.find(({ SK }) => SK === pinyinKey(adcode).SK)
    return {
      places: items.filter(isPlace).map((item) => parseItem(placeRecordSchema, item)),
      pinyin: dictionary ? parseItem(pinyinSchema, dictionary).pinyin : {},
    }
  },
})

const isPlace = ({ SK }: Item) => typeof SK === 'string' && SK.startsWith(placePrefix)
