/** Files that are too large for one form, and go up in parts. */
import { endpoint } from '../../shared/declaration/endpoint'
import { mediaSchema, ofMediaSchema, partsRequestSchema, partsResponseSchema } from '../contract'

export const beginParts = endpoint({
  method: 'POST',
  path: '/api/staff/media/parts',
  access: 'staff:publish/gifts',
  idempotent: true,
  body: partsRequestSchema,
  response: partsResponseSchema,
  codes: ['media-state', 'media-busy'],
})

export const showParts = endpoint({
  method: 'GET',
  path: '/api/staff/media/:id/parts',
  access: 'staff:publish/gifts',
  params: ofMediaSchema,
  response: partsResponseSchema,
  codes: ['unknown-media', 'media-state', 'media-busy'],
})

export const giveUpParts = endpoint({
  method: 'DELETE',
  path: '/api/staff/media/:id/parts',
  access: 'staff:publish/gifts',
  params: ofMediaSchema,
  response: mediaSchema,
  codes: ['unknown-media', 'media-state', 'media-busy'],
})
