/** What is done at an outlet’s counter. */
import { placeIdSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  counterCodeSchema,
  handoversQuerySchema,
  handoversResponseSchema,
  pickupCheckRequestSchema,
  pickupCheckSchema,
  pickupRequestSchema,
  pickupResponseSchema,
} from '../contract'

const ofPlace = z.object({ place: placeIdSchema })

export const checkPickup = endpoint({
  method: 'POST',
  path: '/api/pickups/checks',
  access: 'outlet',
  body: pickupCheckRequestSchema,
  response: pickupCheckSchema,
  codes: [
    'pickup-code-wrong',
    'order-picked-up',
    'order-cancelled',
    'order-expired',
    'own-outlet',
    'too-many-tries',
  ],
})

export const pickUp = endpoint({
  method: 'POST',
  path: '/api/pickups',
  access: 'outlet',
  body: pickupRequestSchema,
  response: pickupResponseSchema,
  codes: [
    'pickup-ticket-old',
    'order-picked-up',
    'order-cancelled',
    'order-expired',
    'not-picked-up-here',
    'own-outlet',
  ],
})

export const counterCode = endpoint({
  method: 'GET',
  path: '/api/outlets/:place/counter-code',
  access: 'outlet',
  params: ofPlace,
  response: counterCodeSchema,
  codes: ['unknown-outlet'],
})

export const handovers = endpoint({
  method: 'GET',
  path: '/api/outlets/:place/handovers',
  access: 'outlet',
  params: ofPlace,
  query: handoversQuerySchema,
  response: handoversResponseSchema,
  codes: ['unknown-outlet'],
})
