/**
 * Who is leaving, and which domains have erased what they held of them: there from the first step to the last, so that whatever
 * is cut off is found and gone on with.
 */
import { parseItem, type Table, type Write } from '../../shared/table'
import * as z from '../../shared/zod'
import { personIdSchema } from '../contract'
import { leavingKey, leavingPartition } from './keys'

const leavingSchema = z.object({
  person: personIdSchema,
  /** When, by domain. */
  erased: z.record(z.string(), z.iso.datetime()),
})
export type Leaving = z.infer<typeof leavingSchema>

export const leavingStore = (table: Table, { clock }: { clock: () => number }) => {
  const now = () => new Date(clock()).toISOString()
  return {
    async readLeaving(person: string): Promise<Leaving | null> {
      const item = await table.get(leavingKey(person), { consistent: true })
      return item && parseItem(leavingSchema, item)
    },

    /** Everyone who is not gone yet. */
    async everyoneLeaving(): Promise<string[]> {
      const items = await table.query(leavingPartition, '', { consistent: true })
      return items.map((item) => parseItem(leavingSchema, item).person)
    },

    /** Nothing to note where another run has finished meanwhile. */
    async noteErased(person: string, domain: string): Promise<void> {
      await table.updateOne(leavingKey(person), {
        UpdateExpression: 'SET erased.#domain = :now',
        ConditionExpression: 'attribute_exists(PK)',
        names: { '#domain': domain },
        values: { ':now': now() },
      })
    },

    /** Fragment: nothing is erased yet. */
    putLeaving: (person: string): Write =>
      table.put({ ...leavingKey(person), person, since: now(), erased: {} }),

    /** Fragment. */
    removeLeaving: (person: string): Write => table.remove(leavingKey(person)),
  }
}
