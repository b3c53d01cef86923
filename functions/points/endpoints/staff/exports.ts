/** Lists of staff as files. */
import { endpoint } from '../../../shared/declaration/endpoint'
import { exportListRequestSchema, exportListResponseSchema } from '../../contract'

export const exportList = endpoint({
  method: 'POST',
  path: '/api/staff/points/exports',
  access: 'staff:gifts',
  body: exportListRequestSchema,
  response: exportListResponseSchema,
})
