/** When it is to be looked whether anybody uses a file: one short list for all cities, which a job goes through every day. */
import { type Key, parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'

const partition = 'looks'
const keyOf = ({ id, at }: Look): Key => ({ PK: partition, SK: `${at}#${id}` })
const lookSchema = z.object({ id: z.string(), at: z.string() })
/** `at`: ISO 8601. */
export type Look = z.infer<typeof lookSchema>

/** As many as one run takes on. */
const mostAtOnce = 500

export const createLookStore = (table: Table) => ({
  /** The oldest first; those of `now` included. */
  async due(now: string): Promise<Look[]> {
    const range = { from: '0', until: `${now}#~`, limit: mostAtOnce, consistent: true }
    return (await table.page(partition, range)).map((item) => parseItem(lookSchema, item))
  },

  /** Fragment. */
  put: (look: Look): Write => table.put({ ...keyOf(look), ...look }),

  /** Fragment. */
  remove: (look: Look): Write => table.remove(keyOf(look)),
})
