/** What visitors read. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/endpoint'
import * as z from '../../shared/zod'
import { gallerySchema, gallerySlugSchema, hallSchema } from '../contract'

export const hall = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region',
  access: 'public',
  params: z.object({ region: adcodeSchema }),
  response: hallSchema,
  codes: ['unknown-exhibition'],
})

export const gallery = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/galleries/:gallery',
  access: 'public',
  params: z.object({ region: adcodeSchema, gallery: gallerySlugSchema }),
  response: gallerySchema,
  codes: ['unknown-gallery'],
})
