/** What became of the money, as visitors read it. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { fundSchema } from '../contract/fund'

export const fund = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/fund',
  access: 'public',
  params: z.object({ region: adcodeSchema }),
  response: fundSchema,
  codes: ['unknown-fund'],
})
