/** Region heads, their districts, and the rule that no place changes without its region's version. */
import { err, ok, type Result } from '../../shared/result'
import { type Item, parseItem, type Table, type Write } from '../../shared/table'
import * as z from '../../shared/zod'
import { type Contact, type Region, regionSchema } from '../contract'
import type { RegionFigures } from '../rules/region'
import { directory, districtsKey, districtsSuffix, headKey } from './keys'

/** Read for every request, so no more of it is parsed than what tells one moment of a region from another. */
const headSchema = z.extend(z.pick(regionSchema, { adcode: true, version: true }), {
  createdAt: z.iso.datetime(),
})
export type RegionHead = z.infer<typeof headSchema>

export const regionReader = (table: Table) => ({
  /** The regions' directory with an eventually consistent read, by adcode. */
  async listRegions(): Promise<Region[]> {
    return assemble(await table.query(directory, '', { consistent: false }))
  },

  async readRegion(adcode: string, options: { consistent: boolean }): Promise<Region | null> {
    return assemble(await table.query(directory, adcode, options))[0] ?? null
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

export const contactWriter = (table: Table, clock: () => number) => ({
  /** Tells how the city's centre is reached, in place of what was told before: a new version of the region. */
  async setContact(adcode: string, contact: Contact): Promise<Result<undefined, 'unknown-region'>> {
    const told = await table.updateOne(headKey(adcode), {
      UpdateExpression: 'SET #version = #version + :one, updatedAt = :now, #contact = :contact',
      ConditionExpression: 'attribute_exists(PK)',
      names: { '#version': 'version', '#contact': 'contact' },
      values: { ':one': 1, ':now': new Date(clock()).toISOString(), ':contact': contact },
    })
    return told.ok ? ok(undefined) : err('unknown-region')
  },
})

export type HeadChange = {
  adcode: string
  name: string
  /** What the region must still be at; 0: it must not exist. */
  expected: number
  figures: RegionFigures
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
  return [head, table.put({ ...districtsKey(change.adcode), districts, ...(extent && { extent }) })]
}

const assemble = (items: Item[]): Region[] =>
  items.filter(isHead).flatMap((head) => {
    const beside = items.find(({ SK }) => SK === `${head.SK}${districtsSuffix}`)
    return beside ? [parseItem(regionSchema, { ...beside, ...head })] : []
  })

const isHead = ({ SK }: Item) => typeof SK === 'string' && !SK.endsWith(districtsSuffix)
