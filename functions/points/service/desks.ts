/** Everything that staff do with points, put together on what the rest of the store keeps. */
import type { Table } from '../../shared/table'
import type { TaskWrites } from '../../tasks/fragments'
import { outlierReader } from '../store/account/outliers'
import { giftReader } from '../store/gift/gifts'
import { pictureReader } from '../store/gift/pictures'
import type { Stock } from '../store/gift/stock'
import type { rulesReader } from '../store/rules'
import type { earningStore } from './account/earning'
import { adjustmentStore } from './approval/adjustments'
import { createPlans } from './approval/plans'
import { proposalStore } from './approval/proposals'
import type { PointsAudit } from './audit'
import { batchStore } from './code/batches'
import { codeStore } from './code/codes'
import { giftDesk } from './gift/changes'
import { ruleDesk } from './rules'

export type Desks = ReturnType<typeof createDesks>
type Kept = ReturnType<typeof rulesReader> & ReturnType<typeof earningStore> & { stock: Stock }
type Dependencies = { audit: PointsAudit; tasks: TaskWrites; clock: () => number }

export const createDesks = (table: Table, store: Kept, { audit, tasks, clock }: Dependencies) => {
  const batches = batchStore(table, { audit, clock })
  const gifts = giftDesk(table, { audit, clock, stock: store.stock })
  const rules = ruleDesk(table, store, audit)
  const plans = createPlans({ batches, gifts: { ...gifts, ...giftReader(table) }, rules, clock })
  return {
    audit,
    batches,
    plans,
    proposals: proposalStore(table, { audit, tasks, clock, plans }),
    gifts,
    rules,
    codes: codeStore(table, store, batches),
    adjustments: adjustmentStore(table, { audit, tasks, clock }),
    outliers: outlierReader(table),
    pictures: pictureReader(table),
  }
}
