/** Lists of staff as files. */
import { endpoint, noParams } from '../../../shared/endpoint'
import { exportListRequestSchema, exportListResponseSchema } from '../../contract'

export const exportList = endpoint({
  method: 'POST',
  path: '/api/staff/points/exports',
  access: 'staff:gifts',
  params: noParams,
  query: noParams,
  body: exportListRequestSchema,
  response: exportListResponseSchema,
  codes: [],
})
