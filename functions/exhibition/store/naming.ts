/** Which public texts name which bulletin, so that a title that changes is found wherever it stands. */
import { parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { namingKey, namingPartition } from './keys'

const namingSchema = z.object({ SK: z.string() })

export const namingStore = (table: Table) => ({
  /** Ids of the entries whose public text names the bulletin, as they are now. */
  async readNaming(bulletin: string): Promise<string[]> {
    const items = await table.query(namingPartition(bulletin), '', { consistent: true })
    return items.map((item) => parseItem(namingSchema, item).SK)
  },

  /** Fragments: an entry whose public text named `was` names `is` now. */
  nameWrites: (by: string, was: readonly string[], is: readonly string[]): Write[] => [
    ...is.map((bulletin) => table.put(namingKey(bulletin, by))),
    ...was.filter((one) => !is.includes(one)).map((bulletin) => table.remove(namingKey(bulletin, by))),
  ],
})
