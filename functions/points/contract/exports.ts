/** Lists of staff that leave as a file. */
import { exportIdSchema } from '../../audit/contract'
import { adcodeSchema, cursorSchema } from '../../shared/contract'
import * as z from '../../shared/zod'
import { adjustmentSchema, batchSchema, staffGiftSchema } from './staff'

export const exportedLists = ['gifts', 'batches', 'adjustments'] as const
export const exportListRequestSchema = z.strictObject({
  region: adcodeSchema,
  list: z.enum(exportedLists),
  /** Of the page before; absent: the export begins. */
  export: z.optional(exportIdSchema),
  cursor: z.optional(cursorSchema),
})
/** Rows as the list itself has them: those of the list that was asked for, and no others. */
export const exportListResponseSchema = z.object({
  export: exportIdSchema,
  gifts: z.array(staffGiftSchema),
  batches: z.array(batchSchema),
  adjustments: z.array(adjustmentSchema),
  cursor: z.nullable(cursorSchema),
})
