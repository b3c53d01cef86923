/**
 * What is counted of addresses (functions/shared/http/sources.ts), moved on: that each request counts one is seen by twenty, and that
 * the last one allowed is the last by those around the limit. The hundreds between would say nothing else.
 */
import * as z from '../../../functions/shared/zod'
import type { TestDatabase } from './engine'

const countSchema = z.looseObject({ PK: z.string(), SK: z.string(), count: z.int() })

/**
 * As if the one address of which this is counted had asked so many times more.
 *
 * @param what e.g. `login`, in the table of identity
 * @param from what was counted until now; throws where it was not this
 */
export const countMore = async (
  database: Pick<TestDatabase, 'scan' | 'tableOf'>,
  what: string,
  { from, more }: { from: number; more: number },
): Promise<void> => {
  const items = await database.scan('identity')
  const counts = items.filter(({ SK }) => String(SK).startsWith(`${what}|`))
  const [kept, ...others] = counts.map((item) => z.parse(countSchema, item))
  if (kept?.count !== from || others.length > 0)
    throw new Error(
      `${what} is counted as ${JSON.stringify(counts.map(({ count }) => count))}, not as ${from}`,
    )
  const table = database.tableOf('identity')
  await table.transact([table.put({ ...kept, count: from + more })])
}
