/** What a person does with points and gifts. */
import { operation } from '../../shared/operation'
import * as account from '../endpoints/account'
import * as gifts from '../endpoints/gifts'
import * as orders from '../endpoints/orders'

/** Two hundred gifts of up to 800 pieces: their texts, and four items of stock each. */
const countingReads = {
  readUnits: 560,
  once:
    'two seconds for each city while anybody asks, by one function, for 200 gifts not ended of up to 800 pieces each; every other ' +
    'function reads once what that one found, 60 units at most',
}

export const citizenOperations = {
  account: operation({
    ...account.account,
    summary: 'Balance, what runs out when, and the ways to earn today',
    answer: {
      schema: account.account.response,
      description: 'The account; an empty one for whoever never earned.',
    },
  }),
  entries: operation({
    ...account.entries,
    summary: 'The ledger, newest first',
    answer: { schema: account.entries.response, description: 'A page of 30.' },
  }),
  checkIn: operation({
    ...account.checkIn,
    summary: 'Check in, once a day',
    answer: {
      schema: account.checkIn.response,
      description: 'The entry; the first one again if it was done today.',
    },
  }),
  visit: operation({
    ...account.visit,
    summary: 'Earn at a counter by the code shown there',
    description:
      'At a love-aid or post station, once a day and place, with the eight digits that its screen shows for 30 seconds.',
    answer: {
      schema: account.visit.response,
      description: 'The entry; the first one again for the same place and day.',
    },
  }),
  redeemCode: operation({
    ...account.redeemCode,
    summary: 'Earn by a printed code',
    description:
      'Ten wrong codes within an hour lock this person out of codes for an hour. What the check character shows to be a misprint does not count.',
    answer: {
      schema: account.redeemCode.response,
      description: 'The entry; the first one again if this person used the code.',
    },
  }),
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
  order: operation({
    ...orders.order,
    summary: 'Swap points for a gift',
    description:
      'One transaction takes the points and a piece and writes the order and its entry: all of it or nothing. A repetition with the same key gets the same order.',
    answer: { schema: orders.order.response, description: 'The order; for the same key the same order.' },
  }),
  orders: operation({
    ...orders.orders,
    summary: 'One’s orders, newest first',
    answer: { schema: orders.orders.response, description: 'A page of 20.' },
  }),
  readOrder: operation({
    ...orders.readOrder,
    summary: 'One order of one’s own',
    answer: { schema: orders.readOrder.response, description: 'The order.' },
  }),
  cancel: operation({
    ...orders.cancel,
    summary: 'Cancel an order that was not picked up',
    answer: {
      schema: orders.cancel.response,
      description:
        'Cancelled, the points returned to the lots they came from; the same if it was cancelled before.',
    },
  }),
  pickupCode: operation({
    ...orders.pickupCode,
    summary: 'What the phone makes today’s changing code of',
    answer: { schema: orders.pickupCode.response, description: 'Good for one day, without a network.' },
  }),
}
