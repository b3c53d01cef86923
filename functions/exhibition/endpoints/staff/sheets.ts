/** Bulletins and years of the fund as files. */
import { endpoint } from '../../../shared/declaration/endpoint'
import {
  checkSheetRequestSchema,
  exportSheetRequestSchema,
  exportSheetResponseSchema,
  importedSheetSchema,
  importSheetRequestSchema,
  sheetPlanSchema,
} from '../../contract/sheets'

export const checkSheet = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/sheets/check',
  access: 'staff:publish',
  body: checkSheetRequestSchema,
  response: sheetPlanSchema,
})

export const importSheet = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/sheets/import',
  access: 'staff:publish',
  body: importSheetRequestSchema,
  response: importedSheetSchema,
  codes: ['sheet-wrong', 'sheet-changed'],
})

export const exportSheet = endpoint({
  method: 'POST',
  path: '/api/staff/exhibition/sheets/export',
  access: 'staff:publish',
  body: exportSheetRequestSchema,
  response: exportSheetResponseSchema,
})
