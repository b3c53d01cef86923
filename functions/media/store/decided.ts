/** What was decided lately, by city and power: so that whoever waits for a picture finds what became of it. */

import { parseItem, type Table, type Write } from '../../shared/aws/table'
import { instantSchema, personIdSchema } from '../../shared/contract'
import { readSorted, type SortedPage } from '../../shared/items/sorted-pages'
import * as z from '../../shared/zod'
import type { MediaPower } from '../contract'
import type { MediaItem } from '../rules'

const partitionOf = (region: string, power: MediaPower) => `decided#${region}#${power}`

const decidedSchema = z.object({
  id: z.string(),
  state: z.enum(['approved', 'refused']),
  type: z.string(),
  description: z.optional(z.string()),
  by: personIdSchema,
  at: instantSchema,
  decidedBy: z.nullable(personIdSchema),
  decidedAt: instantSchema,
})
/** `decidedBy`: null of what WeChat called risky. */
export type DecidedItem = z.infer<typeof decidedSchema>
export type DecidedPage = { decided: DecidedItem[]; next: string | null }

const range = { from: '0', until: '~' }

export const createDecidedStore = (table: Table) => ({
  /** Fragment. `expiresAt`: second since 1970. */
  put(
    { id, region, power, type, description, by, at }: MediaItem,
    outcome: Outcome,
    expiresAt: number,
  ): Write {
    const key = { PK: partitionOf(region, power), SK: `${outcome.decidedAt}#${id}` }
    return table.put({ ...key, ...{ id, type, description, by, at }, ...outcome, expiresAt })
  },

  /** Newest first. `from`: where the page begins, as the one before said; null for the first. A second old at most. */
  async list(
    region: string,
    power: MediaPower,
    page: { from: string | null; limit: number },
  ): Promise<DecidedPage> {
    const { items, next }: SortedPage = await readSorted(table, partitionOf(region, power), [range], page)
    return { decided: items.map((item) => parseItem(decidedSchema, item)), next }
  },
})

type Outcome = Pick<DecidedItem, 'state' | 'decidedBy' | 'decidedAt'>
