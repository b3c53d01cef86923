/** Writes what an import changes, a transaction at a time, so that every version of a region adds up. */

import { maxWrites, type Table, type Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import type { Region } from '../contract'
import type { PlaceDraft, PlaceRecord } from '../rules/record'
import type { RegionFigures } from '../rules/region'
import { RunningRegion } from '../rules/region/running'
import type { PinyinDictionary } from '../rules/search'
import { pinyinKey, placeKey } from './keys'
import { cityGridWriter } from './region/city-grid'
import { regionListWriter } from './region/region-list'
import { putFigures } from './region/regions'

export type ImportChange = {
  adcode: string
  name: string
  /** The region as read before the places; null: it does not exist yet. */
  region: Region | null
  /** All the places the region has. */
  places: readonly PlaceRecord[]
  upserts: readonly PlaceDraft[]
  /** Ids. */
  deletes: readonly string[]
  /** Reads the names, districts and addresses of all the places that there will be. */
  pinyin: PinyinDictionary
  onProgress?: (done: number, total: number) => void
}
export type ImportOutcome = { version: number; written: number; deleted: number }
/**
 * Somebody else wrote to the region meanwhile: read again and plan again. What was written until then stays: it is
 * part of the plan, and the figures are true of it.
 */
export type ImportConflict = 'region-changed'

/** Head, districts and dictionary travel with the places. */
const placesPerTransaction = maxWrites - 3

type Step = { id: string; record: PlaceRecord | null }

export const importer = (table: Table, clock: () => number) => ({
  /**
   * Applies the change in transactions of up to 97 places, each with the next version and the exact figures of the region. Updates the city
   * grid and the list of regions at the end, also where nothing changed, because an interrupted import may have left them out of date.
   */
  async applyImport(change: ImportChange): Promise<Result<ImportOutcome, ImportConflict>> {
    const updatedAt = new Date(clock()).toISOString()
    const existing = new RunningRegion(change.adcode, change.places)
    const steps = stepsOf(change, updatedAt)
    let version = change.region?.version ?? 0
    let done = 0
    for (const chunk of chunksOf(steps, change)) {
      for (const step of chunk) apply(existing, step)
      const writes = [
        ...regionWrites(table, change, { existing, version, updatedAt }),
        ...(done === 0 ? [table.put({ ...pinyinKey(change.adcode), pinyin: change.pinyin })] : []),
        ...chunk.map((step) => writeOf(table, step)),
      ]
      if (!(await table.transact(writes)).ok) return err('region-changed')
      version++
      done += chunk.length
      change.onProgress?.(done, steps.length)
    }
    await cityGridWriter(table).updateCityGrid(change.adcode, existing.places())
    await regionListWriter(table).updateRegionList()
    return ok({ version, written: change.upserts.length, deleted: change.deletes.length })
  },
})

type Moment = { existing: RunningRegion<PlaceRecord>; version: number; updatedAt: string }

const regionWrites = (table: Table, { adcode, name, region }: ImportChange, moment: Moment): Write[] => {
  const { existing, version: expected, updatedAt } = moment
  const figures = existing.figures() ?? emptied(region)
  const amenities = existing.amenityCounts()
  return putFigures(table, { adcode, name, expected, figures, amenities, updatedAt })
}

/** New and changed places before those that go: a region that is replaced is never empty in between. */
const stepsOf = ({ places, upserts, deletes }: ImportChange, updatedAt: string): Step[] => {
  const doubts = new Map(places.map((place) => [place.id, place.doubts]))
  return [
    ...upserts.map((draft) => ({
      id: draft.id,
      record: { ...draft, doubts: doubts.get(draft.id) ?? [], updatedAt },
    })),
    ...deletes.map((id) => ({ id, record: null })),
  ]
}

/** A new name alone still makes one, empty of places. */
const chunksOf = (steps: Step[], { region, name }: ImportChange): Step[][] => {
  const isRenamed = region !== null && region.name !== name
  const chunks: Step[][] = isRenamed && steps.length === 0 ? [[]] : []
  for (let from = 0; from < steps.length; from += placesPerTransaction)
    chunks.push(steps.slice(from, from + placesPerTransaction))
  return chunks
}

const apply = (existing: RunningRegion<PlaceRecord>, { id, record }: Step) => {
  if (record) existing.set(record)
  else existing.delete(id)
}

const writeOf = (table: Table, { id, record }: Step): Write =>
  record ? table.put({ ...placeKey(id), ...record }) : table.remove(placeKey(id))

/** A region whose last place went keeps its frame, so that a map still knows where it was. */
const emptied = (region: Region | null): RegionFigures => {
  if (!region) throw new Error('a region begins with a place')
  const { bbox, centre } = region
  return { bbox, centre, districts: [], counts: { places: 0, kinds: {}, roles: {} }, demo: false }
}
