/** Which files were taken off while somebody used them: a list for each domain that has to show something else now. */
import { type Key, parseItem, type Table } from '../../shared/aws/table'
import * as z from '../../shared/zod'

const partitionOf = (domain: string) => `taken-off-${domain}#files`
const keyOf = (domain: string, id: string): Key => ({ PK: partitionOf(domain), SK: id })
const takenOffSchema = z.object({ id: z.string(), subjects: z.array(z.string()) })
/** `subjects`: what of the domain uses it. */
export type TakenOff = z.infer<typeof takenOffSchema>

const mostAtOnce = 100

export const createTakenOffStore = (table: Table) => ({
  /** Noted again it is the same note. `expiresAt`: second since 1970. */
  note: (domain: string, file: TakenOff, expiresAt: number): Promise<void> =>
    table.putOne({ ...keyOf(domain, file.id), ...file, expiresAt }),

  async read(domain: string): Promise<TakenOff[]> {
    const range = { from: '0', until: '~', limit: mostAtOnce, consistent: true }
    return (await table.page(partitionOf(domain), range)).map((item) => parseItem(takenOffSchema, item))
  },

  async remove(domain: string, id: string): Promise<void> {
    await table.transact([table.remove(keyOf(domain, id))])
  },
})
