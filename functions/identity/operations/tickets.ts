/** A login on another screen, which a phone approves. */
import { operation } from '../../shared/declaration/operation'
import * as tickets from '../endpoints/tickets'
import { done } from './problems'

export const ticketOperations = {
  openTicket: operation({
    ...tickets.openTicket,
    summary: 'Begin a login that a phone approves',
    description:
      'With a `purpose`: ask the phone once more, on a desktop that it let in before. Only the phone of who is logged in there ' +
      'can approve that, and the session that is collected takes the place of the one that asked.',
    answer: {
      schema: tickets.openTicket.response,
      description: 'What to show, and what to collect the session with.',
    },
    maxReadUnits: 4,
  }),
  viewTicket: operation({
    ...tickets.viewTicket,
    summary: 'See what one is about to approve',
    answer: {
      schema: tickets.viewTicket.response,
      description: 'What asks, what for, from where and since when; never the digits.',
    },
  }),
  approveTicket: operation({
    ...tickets.approveTicket,
    summary: 'Approve the login on another screen',
    description:
      'By typing the digits that it shows. Three tries, right or wrong; and only in a session that began with WeChat’s login.',
    answer: done,
  }),
  collectTicket: operation({
    ...tickets.collectTicket,
    summary: 'Collect the session once it is approved',
    answer: {
      schema: tickets.collectTicket.response,
      description: 'Waiting still, or the session; given once.',
    },
    maxReadUnits: 6,
  }),
}
