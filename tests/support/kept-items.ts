/** What the domains say that they keep of people, item by item (`functions/<domain>/kept.ts`). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { domains } from '../../functions/domains'
import type { KeptItem } from '../../functions/shared/declaration/kept'
import * as z from '../../functions/shared/zod'

const item = z.strictObject({ item: z.string(), what: z.string(), after: z.string() })
const fileSchema = z.object({ kept: z.array(item) })

/** In the order of the domains. */
export const keptItems: readonly (KeptItem & { table: string })[] = domains.flatMap(({ name }) => {
  const file = join(__dirname, '../../functions', name, 'kept.ts')
  if (!existsSync(file)) return []
  const loaded: unknown = require(file)
  return z.parse(fileSchema, loaded).kept.map((one) => ({ table: name, ...one }))
})
