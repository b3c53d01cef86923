/** What will be public, in the order of its time: one short list for all cities, which a job looks through every minute. */
import { parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { dueKey, duePartition } from './keys'

const dueSchema = z.object({ id: z.string(), at: z.string() })
/** `at`: ISO 8601. */
export type Due = z.infer<typeof dueSchema>

/** As many as one run of the job takes on. */
const mostAtOnce = 500

export const dueStore = (table: Table) => ({
  /** The oldest first; those of `now` included. */
  async readDue(now: string): Promise<Due[]> {
    const range = { from: '0', until: `${now}#~`, limit: mostAtOnce, consistent: true }
    return (await table.page(duePartition, range)).map((item) => parseItem(dueSchema, item))
  },

  /** Fragment. */
  putDue: ({ id, at }: Due): Write => table.put({ ...dueKey(id, at), id, at }),

  /** Fragments for an entry that is no more to be published by this schedule; none where it had none. */
  removeDue: (id: string, schedule: { at: string } | null): Write[] =>
    schedule ? [table.remove(dueKey(id, schedule.at))] : [],
})
