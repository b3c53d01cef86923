/** Operations of staff: gifts and their stock. */
import { operation } from '../../../shared/declaration/operation'
import * as gifts from '../../endpoints/staff/gifts'

export const staffGiftsOperations = {
  staffGifts: operation({
    ...gifts.staffGifts,
    region: 'query.region',
    summary: 'All gifts of a city',
    answer: { schema: gifts.staffGifts.response, description: 'Published or not, with their stock.' },
  }),
  createGift: operation({
    ...gifts.createGift,
    region: 'body.region',
    summary: 'A new gift, not published yet',
    answer: { schema: gifts.createGift.response, description: 'The gift; for the same key the same gift.' },
  }),
  changeGift: operation({
    ...gifts.changeGift,
    region: 'params.id',
    secondApproval: 'second-person',
    summary: 'Change a gift where nobody gets more for their points, or reads something else, by it',
    description:
      'Publishing it, a lower price, more pieces a person, a longer sale, and another name or description of a published one take a second person: they are proposed.',
    answer: { schema: gifts.changeGift.response, description: 'The gift as it is now.' },
  }),
  changeStock: operation({
    ...gifts.changeStock,
    region: 'params.id',
    summary: 'Add or take away pieces',
    answer: {
      schema: gifts.changeStock.response,
      description: 'The gift as it is now; pieces added go to those who wait first.',
    },
  }),
  changePicture: operation({
    ...gifts.changePicture,
    region: 'params.id',
    secondApproval: 'second-person',
    summary: 'Give a gift its picture',
    description: 'Of a published gift it takes a second person: it is proposed.',
    maxBytes: 300 * 1024,
    answer: { schema: gifts.changePicture.response, description: 'The gift as it is now.' },
  }),
}
