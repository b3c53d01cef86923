/** Gifts as anyone may see them, and waiting for one that is sold out. */
import { operation } from '../../shared/declaration/operation'
import * as gifts from '../endpoints/gifts'

/** Two hundred gifts of up to 800 pieces: their texts, and four items of stock each. */
const countingReads = {
  readUnits: 560,
  once:
    'two seconds for each city while anybody asks, by one function, for 200 gifts not ended of up to 800 pieces each; every other ' +
    'function reads once what that one found, 60 units at most',
}

export const giftsOperations = {
  gifts: operation({
    ...gifts.gifts,
    cached: true,
    summary: 'The gifts of a city',
    answer: { schema: gifts.gifts.response, description: 'On sale, sold out or not on sale yet.' },
    maxReadUnits: 8,
    sharedReads: countingReads,
  }),
  gift: operation({
    ...gifts.gift,
    cached: true,
    summary: 'One gift',
    answer: { schema: gifts.gift.response, description: 'The gift.' },
    maxReadUnits: 8,
    sharedReads: countingReads,
  }),
  giftPicture: operation({
    ...gifts.giftPicture,
    cached: true,
    summary: 'The picture of a gift',
    answer: {
      schema: gifts.giftPicture.response,
      mediaType: 'image/webp',
      description: 'The bytes; they never change under this path.',
    },
    maxReadUnits: 8,
    sharedReads: { readUnits: 26, once: 'a year for each picture and edge of CloudFront' },
  }),
  waiting: operation({
    ...gifts.waiting,
    summary: 'Whether one waits for a gift, and how many asked before',
    answer: { schema: gifts.waiting.response, description: 'None, waiting or offered.' },
  }),
  wait: operation({
    ...gifts.wait,
    summary: 'Ask to be given the next piece of a gift that is sold out',
    description: 'In the order of asking. A piece that comes free is kept for the next person for two days.',
    answer: { schema: gifts.wait.response, description: 'One’s place; the same if one waits already.' },
  }),
  stopWaiting: operation({
    ...gifts.stopWaiting,
    summary: 'Wait no more',
    answer: { schema: gifts.stopWaiting.response, description: 'None.' },
  }),
}
