/** Everything that staff do with points, put together on what the rest of the store keeps. */
import type { Table } from '../../shared/table'
import { adjustmentStore } from './adjustments'
import { auditLog } from './audit'
import { batchStore } from './batches'
import { codeStore } from './codes'
import type { earningStore } from './earning'
import { giftDesk } from './gift-desk'
import { outlierReader } from './outliers'
import { pictureReader } from './pictures'
import { ruleDesk } from './rule-desk'
import type { rulesReader } from './rules'
import type { Stock } from './stock'

export type Desks = ReturnType<typeof createDesks>
type Kept = ReturnType<typeof rulesReader> & ReturnType<typeof earningStore> & { stock: Stock }
type Dependencies = { clock: () => number; random: (bytes: number) => Uint8Array }

export const createDesks = (table: Table, store: Kept, { clock, random }: Dependencies) => {
  const audit = auditLog(table, { clock, random })
  const batches = batchStore(table, { audit, clock })
  return {
    audit,
    batches,
    codes: codeStore(table, store, batches),
    adjustments: adjustmentStore(table, { audit, clock }),
    gifts: giftDesk(table, { audit, clock, stock: store.stock }),
    rules: ruleDesk(table, store, audit),
    outliers: outlierReader(table),
    pictures: pictureReader(table),
  }
}
