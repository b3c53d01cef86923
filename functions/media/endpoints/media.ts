/** What staff do with files. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  decidedMediaQuerySchema,
  decidedMediaResponseSchema,
  decisionRequestSchema,
  mediaListRequestSchema,
  mediaListResponseSchema,
  mediaSchema,
  ofMediaSchema,
  uploadRequestSchema,
  uploadResponseSchema,
} from '../contract'

export const createUpload = endpoint({
  method: 'POST',
  path: '/api/staff/media',
  access: 'staff:publish/gifts',
  idempotent: true,
  body: uploadRequestSchema,
  response: uploadResponseSchema,
  codes: ['media-state'],
})

export const showMedia = endpoint({
  method: 'GET',
  path: '/api/staff/media/:id',
  access: 'staff:publish/gifts',
  params: ofMediaSchema,
  response: mediaSchema,
  codes: ['unknown-media'],
})

export const listMedia = endpoint({
  method: 'POST',
  path: '/api/staff/media/list',
  access: 'staff:publish/gifts',
  body: mediaListRequestSchema,
  response: mediaListResponseSchema,
})

export const decidedMedia = endpoint({
  method: 'GET',
  path: '/api/staff/media',
  access: 'staff:publish/gifts',
  query: decidedMediaQuerySchema,
  response: decidedMediaResponseSchema,
})

export const finishUpload = endpoint({
  method: 'POST',
  path: '/api/staff/media/:id/finish',
  access: 'staff:publish/gifts',
  params: ofMediaSchema,
  body: z.strictObject({}),
  response: mediaSchema,
  codes: [
    'unknown-media',
    'media-missing',
    'media-content',
    'media-codec',
    'media-state',
    'media-busy',
    'media-unavailable',
  ],
})

export const decideMedia = endpoint({
  method: 'POST',
  path: '/api/staff/media/:id/decision',
  access: 'staff:publish/gifts',
  params: ofMediaSchema,
  body: decisionRequestSchema,
  response: mediaSchema,
  codes: ['unknown-media', 'media-state', 'media-unchecked', 'own-media', 'media-busy'],
})
