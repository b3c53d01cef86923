/** What one swaps points for, until it is picked up. */
import { operation } from '../../shared/declaration/operation'
import * as orders from '../endpoints/orders'

export const ordersOperations = {
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
