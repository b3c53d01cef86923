/**
 * The people who are leaving, and which domains have erased their part: stored from the first step to the last, so that an interrupted
 * deletion is found and continued.
 */
import { parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { personIdSchema } from '../contract'
import { leavingKey, leavingPartition } from './keys'

const leavingSchema = z.object({
  person: personIdSchema,
  /** Names of domains; absent until the first is done. */
  erased: z.optional(z.set(z.string())),
})
type Leaving = z.infer<typeof leavingSchema>

export const leavingStore = (table: Table, { clock }: { clock: () => number }) => ({
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
      UpdateExpression: 'ADD #erased :domains',
      ConditionExpression: 'attribute_exists(PK)',
      names: { '#erased': 'erased' },
      values: { ':domains': new Set([domain]) },
    })
  },

  /** Fragment: nothing is erased yet. */
  putLeaving: (person: string): Write =>
    table.put({ ...leavingKey(person), person, since: new Date(clock()).toISOString() }),

  /** Fragment. */
  removeLeaving: (person: string): Write => table.remove(leavingKey(person)),
})
