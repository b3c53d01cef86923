/** Gifts, and waiting for one that is sold out. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import { giftIdSchema, giftSchema, giftsResponseSchema, ofRegionSchema, waitingSchema } from '../contract'

const ofGift = z.object({ id: giftIdSchema })
const ofPicture = z.object({ id: giftIdSchema, hash: z.string().check(z.regex(/^[\w-]{16}$/)) })

export const gifts = endpoint({
  method: 'GET',
  path: '/api/gifts',
  access: 'public',
  query: ofRegionSchema,
  response: giftsResponseSchema,
})

export const gift = endpoint({
  method: 'GET',
  path: '/api/gifts/:id',
  access: 'public',
  params: ofGift,
  response: giftSchema,
  codes: ['unknown-gift'],
})

export const giftPicture = endpoint({
  method: 'GET',
  path: '/api/gifts/:id/pictures/:hash',
  access: 'public',
  params: ofPicture,
  // Another query would be another key of CloudFront's, and each would be read anew.
  query: z.strictObject({}),
  response: z.string(),
  codes: ['unknown-gift'],
})

export const waiting = endpoint({
  method: 'GET',
  path: '/api/gifts/:id/waiting',
  access: 'person',
  params: ofGift,
  response: waitingSchema,
  codes: ['unknown-gift'],
})

export const wait = endpoint({
  method: 'POST',
  path: '/api/gifts/:id/waiting',
  access: 'person',
  params: ofGift,
  body: z.strictObject({}),
  response: waitingSchema,
  codes: [
    'unknown-gift',
    'not-sold-out',
    'account-closed',
    'account-busy',
    'not-on-sale',
    'person-limit-reached',
  ],
})

export const stopWaiting = endpoint({
  method: 'DELETE',
  path: '/api/gifts/:id/waiting',
  access: 'person',
  params: ofGift,
  response: waitingSchema,
  codes: ['unknown-gift', 'account-busy'],
})
