/** Everything that staff do with points, put together on what the rest of the store keeps. */
import type { Table } from '../../shared/table'
import { adjustmentStore } from './adjustments'
import { auditLog } from './audit'
import { batchStore } from './batches'
import { codeStore } from './codes'
import type { earningStore } from './earning'
import { giftDesk } from './gift-desk'
import { giftReader } from './gifts'
import { outlierReader } from './outliers'
import { pictureReader } from './pictures'
import { createPlans } from './plans'
import { proposalStore } from './proposals'
import { ruleDesk } from './rule-desk'
import type { rulesReader } from './rules'
import type { Stock } from './stock'

export type Desks = ReturnType<typeof createDesks>
type Kept = ReturnType<typeof rulesReader> & ReturnType<typeof earningStore> & { stock: Stock }
type Dependencies = { clock: () => number; random: (bytes: number) => Uint8Array }

export const createDesks = (table: Table, store: Kept, { clock, random }: Dependencies) => {
  const audit = auditLog(table, { clock, random })
  const batches = batchStore(table, { audit, clock })
  const gifts = giftDesk(table, { audit, clock, stock: store.stock })
  const rules = ruleDesk(table, store, audit)
  const plans = createPlans({ batches, gifts: { ...gifts, ...giftReader(table) }, rules, clock })
  return {
    audit,
    batches,
    plans,
    proposals: proposalStore(table, { audit, clock, plans }),
    gifts,
    rules,
    codes: codeStore(table, store, batches),
    adjustments: adjustmentStore(table, { audit, clock }),
    outliers: outlierReader(table),
    pictures: pictureReader(table),
  }
}
