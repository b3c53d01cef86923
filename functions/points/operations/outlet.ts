/** What is done at an outlet’s counter. */
import { placeIdSchema } from '../../shared/contract'
import { noBody, noParams, operation } from '../../shared/operation'
import * as z from '../../shared/zod'
import {
  counterCodeSchema,
  handoversQuerySchema,
  handoversResponseSchema,
  pickupCheckRequestSchema,
  pickupCheckSchema,
  pickupRequestSchema,
  pickupResponseSchema,
  pointsPaths,
} from '../contract'

const ofPlace = z.object({ place: placeIdSchema })

export const outletOperations = {
  checkPickup: operation({
    method: 'POST',
    path: pointsPaths.pickupChecks,
    access: 'outlet',
    summary: 'See what is to be handed over',
    description: 'Thirty wrong codes within an hour lock the outlet out for an hour.',
    params: noParams,
    query: noParams,
    body: pickupCheckRequestSchema,
    answer: {
      schema: pickupCheckSchema,
      description: 'The order, and a ticket of five minutes to confirm with.',
    },
    codes: [
      'pickup-code-wrong',
      'order-picked-up',
      'order-cancelled',
      'order-expired',
      'own-outlet',
      'too-many-tries',
    ],
  }),
  pickUp: operation({
    method: 'POST',
    path: pointsPaths.pickups,
    access: 'outlet',
    summary: 'Confirm that it was handed over',
    params: noParams,
    query: noParams,
    body: pickupRequestSchema,
    answer: {
      schema: pickupResponseSchema,
      description: 'Handed over, once; confirming again with the same ticket gets the same answer.',
    },
    codes: [
      'pickup-ticket-old',
      'order-picked-up',
      'order-cancelled',
      'order-expired',
      'not-picked-up-here',
      'own-outlet',
    ],
  }),
  counterCode: operation({
    method: 'GET',
    path: pointsPaths.counterCode,
    access: 'outlet',
    summary: 'What the outlet’s screen makes today’s changing code of',
    params: ofPlace,
    query: noParams,
    body: noBody,
    answer: { schema: counterCodeSchema, description: 'Good for one day, without a network.' },
    codes: ['unknown-outlet'],
    maxReadUnits: 1,
  }),
  handovers: operation({
    method: 'GET',
    path: pointsPaths.handovers,
    access: 'outlet',
    summary: 'What the outlet handed over on a day',
    params: ofPlace,
    query: handoversQuerySchema,
    body: noBody,
    answer: { schema: handoversResponseSchema, description: 'Newest first; today if no day is given.' },
    codes: ['unknown-outlet'],
  }),
}
