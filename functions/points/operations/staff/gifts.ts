/** Operations of staff: gifts and their stock. */
import { noBody, noParams, operation } from '../../../shared/operation'
import * as z from '../../../shared/zod'
import {
  giftIdSchema,
  giftRequestSchema,
  newGiftRequestSchema,
  ofRegionSchema,
  pictureRequestSchema,
  pointsPaths,
  staffGiftSchema,
  staffGiftsResponseSchema,
  stockRequestSchema,
} from '../../contract'

const ofGift = z.object({ id: giftIdSchema })

export const giftsOperations = {
  staffGifts: operation({
    method: 'GET',
    path: pointsPaths.staffGifts,
    access: 'staff:gifts',
    summary: 'All gifts of a city',
    params: noParams,
    query: ofRegionSchema,
    body: noBody,
    answer: { schema: staffGiftsResponseSchema, description: 'Published or not, with their stock.' },
    codes: [],
  }),
  createGift: operation({
    method: 'POST',
    path: pointsPaths.staffGifts,
    access: 'staff:gifts',
    summary: 'A new gift, not published yet',
    idempotent: true,
    params: noParams,
    query: noParams,
    body: newGiftRequestSchema,
    answer: { schema: staffGiftSchema, description: 'The gift; for the same key the same gift.' },
    codes: ['idempotency-key-missing', 'idempotency-key-stale', 'idempotency-key-reused', 'unknown-outlet'],
  }),
  changeGift: operation({
    method: 'PUT',
    path: pointsPaths.staffGift,
    access: 'staff:gifts',
    approval: 'second-person',
    summary: 'Change a gift where nobody gets more for their points, or reads something else, by it',
    description:
      'Publishing it, a lower price, more pieces a person, a longer sale, and another name or description of a published one take a second person: they are proposed.',
    params: ofGift,
    query: noParams,
    body: giftRequestSchema,
    answer: { schema: staffGiftSchema, description: 'The gift as it is now.' },
    codes: ['unknown-gift', 'edited-meanwhile', 'unknown-outlet'],
  }),
  changeStock: operation({
    method: 'POST',
    path: pointsPaths.staffStock,
    access: 'staff:gifts',
    summary: 'Add or take away pieces',
    params: ofGift,
    query: noParams,
    body: stockRequestSchema,
    answer: {
      schema: staffGiftSchema,
      description: 'The gift as it is now; pieces added go to those who wait first.',
    },
    codes: ['unknown-gift', 'edited-meanwhile', 'stock-taken'],
  }),
  changePicture: operation({
    method: 'PUT',
    path: pointsPaths.staffPicture,
    access: 'staff:gifts',
    summary: 'Give a gift its picture',
    maxBytes: 300 * 1024,
    params: ofGift,
    query: noParams,
    body: pictureRequestSchema,
    answer: { schema: staffGiftSchema, description: 'The gift as it is now.' },
    codes: ['unknown-gift', 'picture-unfit'],
  }),
}
