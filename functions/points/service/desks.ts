/** Everything that staff do with points, put together on what the rest of the service keeps. */
import { exportRecorder } from '../../audit/fragments'
import type { MediaReads, MediaUses } from '../../media/fragments'
import type { Table } from '../../shared/aws/table'
import type { TaskWrites } from '../../tasks/fragments'
import { outlierReader } from '../store/account/outliers'
import { giftReader } from '../store/gift/gifts'
import { pictureReader } from '../store/gift/pictures'
import type { Stock } from '../store/gift/stock'
import type { rulesReader } from '../store/rules'
import type { earningService } from './account/earning'
import { adjustmentService } from './approval/adjustments'
import { createPlans } from './approval/plans'
import { proposalService } from './approval/proposals'
import type { PointsAudit } from './audit'
import { batchService } from './code/batches'
import { codeService } from './code/codes'
import { giftDesk } from './gift/changes'
import { createUploads } from './gift/uploads'
import { ruleDesk } from './rules'

export type Desks = ReturnType<typeof createDesks>
type Kept = ReturnType<typeof rulesReader> & ReturnType<typeof earningService> & { stock: Stock }
type Dependencies = {
  media: MediaReads
  uses: MediaUses
  audit: PointsAudit
  tasks: TaskWrites
  clock: () => number
  random: (bytes: number) => Uint8Array
}

export const createDesks = (
  table: Table,
  service: Kept,
  { audit, tasks, media, uses, clock, random }: Dependencies,
) => {
  const batches = batchService(table, { audit, clock })
  const gifts = giftDesk(table, { audit, uses, clock, stock: service.stock })
  const rules = ruleDesk(table, service, audit)
  const pictures = pictureReader(table)
  const kept = { ...gifts, ...giftReader(table) }
  const uploads = createUploads(media, uses)
  const plans = createPlans({ batches, gifts: kept, rules, pictures, uploads, clock })
  return {
    audit,
    batches,
    plans,
    proposals: proposalService(table, { audit, tasks, clock, plans }),
    gifts,
    rules,
    codes: codeService(table, service, batches),
    adjustments: adjustmentService(table, { audit, tasks, clock }),
    outliers: outlierReader(table),
    pictures,
    exports: exportRecorder(audit, random),
  }
}
