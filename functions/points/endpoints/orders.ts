/** What one swaps points for, until it is picked up. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  entriesQuerySchema,
  orderIdSchema,
  orderRequestSchema,
  orderSchema,
  ordersResponseSchema,
  pickupCodeSchema,
} from '../contract'

const ofOrder = z.object({ id: orderIdSchema })

export const order = endpoint({
  method: 'POST',
  path: '/api/orders',
  access: 'person',
  idempotent: true,
  body: orderRequestSchema,
  response: orderSchema,
  codes: [
    'unknown-gift',
    'account-closed',
    'account-busy',
    'points-short',
    'sold-out',
    'price-changed',
    'not-on-sale',
    'person-limit-reached',
    'yearly-cap-reached',
    'own-outlet',
    'not-picked-up-here',
  ],
})

export const orders = endpoint({
  method: 'GET',
  path: '/api/orders',
  access: 'person',
  query: entriesQuerySchema,
  response: ordersResponseSchema,
})

export const readOrder = endpoint({
  method: 'GET',
  path: '/api/orders/:id',
  access: 'person',
  params: ofOrder,
  response: orderSchema,
  codes: ['unknown-order'],
})

export const cancel = endpoint({
  method: 'POST',
  path: '/api/orders/:id/cancel',
  access: 'person',
  params: ofOrder,
  body: z.strictObject({}),
  response: orderSchema,
  codes: ['unknown-order', 'order-picked-up', 'order-expired', 'account-busy'],
})

export const pickupCode = endpoint({
  method: 'GET',
  path: '/api/orders/:id/pickup-code',
  access: 'person',
  params: ofOrder,
  response: pickupCodeSchema,
  codes: ['unknown-order', 'order-ended'],
})
