import { type Item, parseItem, type Table } from '../../shared/aws/table'
import { newestPointed } from '../../shared/items/pointed'
import * as z from '../../shared/zod'
import { type AuditRecord, auditRecordSchema } from '../contract'
import { actionsPartition, monthPartition, recordKeyOf, subjectPartition } from './keys'

export type AuditPage = { records: AuditRecord[]; next: string | null }
/** What a person did as staff. `more`: there are older ones. */
export type OwnActions = { list: OwnAction[]; more: boolean }
export type OwnAction = Omit<AuditRecord, 'by'> & { region: string }

const sortSchema = z.object({ SK: z.string() })
const storedSchema = z.extend(auditRecordSchema, { PK: z.string() })
const everything = { from: '0', until: '9' }

export type AuditStore = ReturnType<typeof recordReader>

export const recordReader = (table: Table) => ({
  /** Newest first. `from`: where the page begins, as the one before said; null for the first. */
  async ofMonth(region: string, month: string, from: string | null, limit: number): Promise<AuditPage> {
    const items = await table.page(monthPartition(region, month), {
      from: '0',
      until: from ?? '9',
      limit: limit + 1,
      newestFirst: true,
      consistent: true,
    })
    return {
      records: items.slice(0, limit).map((item) => parseItem(auditRecordSchema, item)),
      next: items.length > limit ? parseItem(sortSchema, items[limit] ?? {}).SK : null,
    }
  },

  /** Newest first, `most` at most. */
  ofSubject(region: string, subject: string, most: number) {
    const range = { partition: subjectPartition(region, subject), ...everything }
    const parse = (item: Item) => parseItem(auditRecordSchema, item)
    return newestPointed(table, range, { keyOf: recordKeyOf, parse, most })
  },

  /** Newest first, of the three years that records are kept. */
  ofPerson(person: string): Promise<OwnActions> {
    const range = { partition: actionsPartition(person), ...everything }
    return newestPointed(table, range, { keyOf: recordKeyOf, parse: own })
  },
})

/** Without who did it: that is whoever asks. */
const own = (item: Item): OwnAction => {
  const { PK, by: _, ...action } = parseItem(storedSchema, item)
  return { ...action, region: PK.split('#')[1] ?? '' }
}
