/** A gallery, as visitors read it. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { gallerySchema, gallerySlugSchema } from '../contract'

export const gallery = endpoint({
  method: 'GET',
  path: '/api/exhibition/:region/galleries/:gallery',
  access: 'public',
  params: z.object({ region: adcodeSchema, gallery: gallerySlugSchema }),
  response: gallerySchema,
  codes: ['unknown-gallery'],
})
