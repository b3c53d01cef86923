/** What one person did as staff, found from the person: for themself to see, not for others. */
import { newestPointed } from '../../../shared/pointed'
import { type Item, parseItem, type Table } from '../../../shared/table'
import * as z from '../../../shared/zod'
import { type KeptAudit, keptAuditSchema } from '../../contract'
import { actsPartition, auditKey } from '../keys'

const recordSchema = z.extend(keptAuditSchema, { PK: z.string() })

export type Act = Omit<KeptAudit, 'by'> & { region: string }
/** `more`: there are older ones. */
export type Acts = { list: Act[]; more: boolean }

export const actReader = (table: Table) => ({
  /** Newest first, of the last three years: as long as the record of them is kept. */
  actsOf(person: string): Promise<Acts> {
    const range = { partition: actsPartition(person), from: '0', until: '9' }
    const keyOf = ({ SK, region }: { SK: string; region: string }) => {
      const [at = '', random = ''] = SK.split('#')
      return auditKey(region, at, random)
    }
    return newestPointed(table, range, { keyOf, parse: shown })
  },
})

/** Without who did it: that is whoever asks. */
const shown = (item: Item): Act => {
  const { PK, by: _, ...act } = parseItem(recordSchema, item)
  return { ...act, region: PK.split('#')[1] ?? '' }
}
