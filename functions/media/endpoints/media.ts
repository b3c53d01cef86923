/** What staff do with files. */
import { endpoint } from '../../shared/endpoint'
import * as z from '../../shared/zod'
import {
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
  access: 'staff:publish',
  idempotent: true,
  body: uploadRequestSchema,
  response: uploadResponseSchema,
  codes: ['media-state'],
})

export const showMedia = endpoint({
  method: 'GET',
  path: '/api/staff/media/:id',
  access: 'staff:publish',
  params: ofMediaSchema,
  response: mediaSchema,
  codes: ['unknown-media'],
})

export const listMedia = endpoint({
  method: 'POST',
  path: '/api/staff/media/list',
  access: 'staff:publish',
  body: mediaListRequestSchema,
  response: mediaListResponseSchema,
})

export const finishUpload = endpoint({
  method: 'POST',
  path: '/api/staff/media/:id/finish',
  access: 'staff:publish',
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
  access: 'staff:publish',
  params: ofMediaSchema,
  body: decisionRequestSchema,
  response: mediaSchema,
  codes: ['unknown-media', 'media-state', 'media-unchecked', 'own-media', 'media-busy'],
})
