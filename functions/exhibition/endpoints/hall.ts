/** The hall, as visitors read it. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { hallSchema } from '../contract'

export const hall = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region',
  access: 'public',
  params: z.object({ region: adcodeSchema }),
  response: hallSchema,
  codes: ['unknown-exhibition'],
})
