/** Gifts as staff keep them. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  giftIdSchema,
  giftRequestSchema,
  newGiftRequestSchema,
  ofRegionSchema,
  pictureRequestSchema,
  staffGiftSchema,
  staffGiftsResponseSchema,
  stockRequestSchema,
} from '../../contract'

const ofGift = z.object({ id: giftIdSchema })

export const staffGifts = endpoint({
  method: 'GET',
  path: '/api/staff/gifts',
  access: 'staff:gifts',
  query: ofRegionSchema,
  response: staffGiftsResponseSchema,
})

export const createGift = endpoint({
  method: 'POST',
  path: '/api/staff/gifts',
  access: 'staff:gifts',
  idempotent: true,
  body: newGiftRequestSchema,
  response: staffGiftSchema,
  codes: ['unknown-outlet'],
})

export const changeGift = endpoint({
  method: 'PUT',
  path: '/api/staff/gifts/:id',
  access: 'staff:gifts',
  params: ofGift,
  body: giftRequestSchema,
  response: staffGiftSchema,
  codes: ['unknown-gift', 'edited-meanwhile', 'unknown-outlet', 'picture-waits', 'picture-unusable'],
})

export const changeStock = endpoint({
  method: 'POST',
  path: '/api/staff/gifts/:id/stock',
  access: 'staff:gifts',
  params: ofGift,
  body: stockRequestSchema,
  response: staffGiftSchema,
  codes: ['unknown-gift', 'edited-meanwhile', 'stock-taken'],
})

export const changePicture = endpoint({
  method: 'PUT',
  path: '/api/staff/gifts/:id/picture',
  access: 'staff:gifts',
  params: ofGift,
  body: pictureRequestSchema,
  response: staffGiftSchema,
  codes: ['unknown-gift', 'picture-unfit', 'picture-unusable'],
})
