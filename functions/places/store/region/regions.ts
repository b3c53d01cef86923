/** Region heads, their districts, and the rule that no place changes without its region's version. */
import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import * as z from '../../../shared/zod'
import { type Amenity, type Region, regionSchema } from '../../contract'
import type { RegionFigures } from '../../rules/region'
import { type KeptRegion, keptRegionSchema } from '../../rules/region/list'
import { directory, districtsKey, districtsSuffix, headKey } from '../keys'

/** Read for every request, so no more of it is parsed than what tells one moment of a region from another. */
const headSchema = z.extend(z.pick(regionSchema, { adcode: true, version: true }), {
  createdAt: z.iso.datetime(),
})
export type RegionHead = z.infer<typeof headSchema>

export const regionReader = (table: Table) => ({
  /** All regions from their own items, by adcode: some fifty read units for 300. For imports, not for requests. */
  async listRegions(options: { consistent: boolean }): Promise<KeptRegion[]> {
    return assemble(await table.query(directory, '', options))
  },

  async readRegion(adcode: string, options: { consistent: boolean }): Promise<Region | null> {
    const [kept] = assemble(await table.query(directory, adcode, options))
    if (!kept) return null
    const { amenities: _, ...region } = kept
    return region
  },

  /** One request of half a read unit: whether anything of the region changed. */
  async readHead(adcode: string, options: { consistent: boolean }): Promise<RegionHead | null> {
    const item = await table.get(headKey(adcode), options)
    return item && parseItem(headSchema, item)
  },
})

/** The version rises by one, if the region is there. Every transaction that writes a place carries this or `putFigures`. */
export const bumpVersion = (table: Table, adcode: string, updatedAt: string): Write =>
  table.update(headKey(adcode), {
    UpdateExpression: 'SET #version = #version + :one, updatedAt = :now',
    ConditionExpression: 'attribute_exists(PK)',
    names: { '#version': 'version' },
    values: { ':one': 1, ':now': updatedAt },
  })

export type HeadChange = {
  adcode: string
  name: string
  /** What the region must still be at; 0: it must not exist. */
  expected: number
  figures: RegionFigures
  /** Places of the region that have each amenity. */
  amenities: Partial<Record<Amenity, number>>
  updatedAt: string
}

/** Head and districts of the next version; refused where the region is no longer at `expected`. */
export const putFigures = (table: Table, change: HeadChange): Write[] => {
  const { bbox, centre, counts, demo, districts, extent } = change.figures
  const isNew = change.expected === 0
  const head = table.update(headKey(change.adcode), {
    UpdateExpression:
      'SET #adcode = :adcode, #name = :name, #version = :next, #bbox = :bbox, #centre = :centre, #counts = :counts, ' +
      '#demo = :demo, updatedAt = :now, createdAt = if_not_exists(createdAt, :now)',
    ConditionExpression: isNew ? 'attribute_not_exists(PK)' : '#version = :expected',
    names: {
      '#adcode': 'adcode',
      '#name': 'name',
      '#version': 'version',
      '#bbox': 'bbox',
      '#centre': 'centre',
      '#counts': 'counts',
      '#demo': 'demo',
    },
    values: {
      ':adcode': change.adcode,
      ':name': change.name,
      ':next': change.expected + 1,
      ':bbox': bbox,
      ':centre': centre,
      ':counts': counts,
      ':demo': demo,
      ':now': change.updatedAt,
      ...(!isNew && { ':expected': change.expected }),
    },
  })
  return [
    head,
    table.put({
      ...districtsKey(change.adcode),
      districts,
      amenities: change.amenities,
      ...(extent && { extent }),
    }),
  ]
}

const assemble = (items: Item[]): KeptRegion[] =>
  items.filter(isHead).flatMap((head) => {
    const beside = items.find(({ SK }) => SK === `${head.SK}${districtsSuffix}`)
    return beside ? [parseItem(keptRegionSchema, { ...beside, ...head })] : []
  })

const isHead = ({ SK }: Item) => typeof SK === 'string' && !SK.endsWith(districtsSuffix)
