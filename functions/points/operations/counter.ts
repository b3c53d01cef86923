/** What is done at an outlet’s counter. */
import { operation } from '../../shared/declaration/operation'
import * as counter from '../endpoints/counter'

export const counterOperations = {
  checkPickup: operation({
    ...counter.checkPickup,
    summary: 'See what is to be handed over',
    description: 'Thirty wrong codes within an hour lock the outlet out for an hour.',
    answer: {
      schema: counter.checkPickup.response,
      description: 'The order, and a ticket of five minutes to confirm with.',
    },
  }),
  pickUp: operation({
    ...counter.pickUp,
    summary: 'Confirm that it was handed over',
    answer: {
      schema: counter.pickUp.response,
      description: 'Handed over, once; confirming again with the same ticket gets the same answer.',
    },
  }),
  counterCode: operation({
    ...counter.counterCode,
    summary: 'What the outlet’s screen makes today’s changing code of',
    answer: { schema: counter.counterCode.response, description: 'Good for one day, without a network.' },
    maxReadUnits: 1,
  }),
  handovers: operation({
    ...counter.handovers,
    summary: 'What the outlet handed over on a day',
    answer: { schema: counter.handovers.response, description: 'Newest first; today if no day is given.' },
  }),
}
