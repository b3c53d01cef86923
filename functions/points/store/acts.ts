/** What one person did as staff, found from the person: for themself to see, not for others. */
import { type Item, parseItem, type Table } from '../../shared/table'
import * as z from '../../shared/zod'
import { type KeptAudit, keptAuditSchema } from '../contract'
import { actsPartition, auditKey } from './keys'

const actSchema = z.object({ SK: z.string(), region: z.string() })
const recordSchema = z.extend(keptAuditSchema, { PK: z.string() })

/** Shown at most, the newest ones: with their changes some 1.5 MB, and a function answers 6. */
export const mostActs = 500
/** Keys that one read takes. */
const keysAtOnce = 100

export type Act = Omit<KeptAudit, 'by'> & { region: string }
/** `more`: there are older ones. */
export type Acts = { list: Act[]; more: boolean }

export const actReader = (table: Table) => ({
  /** Newest first, of the last three years: as long as the record of them is kept. */
  async actsOf(person: string): Promise<Acts> {
    const range = { from: '0', until: '9', limit: mostActs + 1, newestFirst: true, consistent: true }
    const pointers = (await table.page(actsPartition(person), range)).map((item) =>
      parseItem(actSchema, item),
    )
    const items: Item[] = []
    for (let from = 0; from < Math.min(pointers.length, mostActs); from += keysAtOnce) {
      const keys = pointers.slice(from, Math.min(from + keysAtOnce, mostActs)).map(({ SK, region }) => {
        const [at = '', random = ''] = SK.split('#')
        return auditKey(region, at, random)
      })
      items.push(...(await table.getMany(keys, { consistent: true })))
    }
    const list = items
      .map((item) => parseItem(recordSchema, item))
      .map(({ PK, by: _, ...act }) => ({ ...act, region: PK.split('#')[1] ?? '' }))
      .sort((a, b) => b.at.localeCompare(a.at))
    return { list, more: pointers.length > mostActs }
  },
})
