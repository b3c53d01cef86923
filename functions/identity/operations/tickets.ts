/** A login on another screen, which a phone approves. */
import { noBody, noParams, operation } from '../../shared/operation'
import * as z from '../../shared/zod'
import {
  approveRequestSchema,
  collectRequestSchema,
  collectResponseSchema,
  identityPaths,
  ticketIdSchema,
  ticketRequestSchema,
  ticketResponseSchema,
  ticketViewSchema,
} from '../contract'
import { done } from './problems'

const ofTicket = z.object({ id: ticketIdSchema })

export const ticketOperations = {
  openTicket: operation({
    method: 'POST',
    path: identityPaths.tickets,
    access: 'known',
    summary: 'Begin a login that a phone approves',
    description:
      'With a `purpose`: ask the phone once more, on a desktop that it let in before. Only the phone of who is logged in there ' +
      'can approve that, and the session that is collected takes the place of the one that asked.',
    params: noParams,
    query: noParams,
    body: ticketRequestSchema,
    answer: {
      schema: ticketResponseSchema,
      description: 'What to show, and what to collect the session with.',
    },
    codes: ['rate-limited', 'unauthenticated'],
    maxReadUnits: 4,
  }),
  viewTicket: operation({
    method: 'GET',
    path: identityPaths.ticket,
    access: 'person',
    summary: 'See what one is about to approve',
    params: ofTicket,
    query: noParams,
    body: noBody,
    answer: {
      schema: ticketViewSchema,
      description: 'What asks, what for, from where and since when; never the digits.',
    },
    codes: ['ticket-ended', 'another-account'],
  }),
  approveTicket: operation({
    method: 'POST',
    path: identityPaths.ticket,
    access: 'person',
    summary: 'Approve the login on another screen',
    description:
      'By typing the digits that it shows. Three tries, right or wrong; and only in a session that began with WeChat’s login.',
    params: ofTicket,
    query: noParams,
    body: approveRequestSchema,
    answer: done,
    codes: ['ticket-ended', 'wrong-digits', 'phone-needed', 'another-account'],
  }),
  collectTicket: operation({
    method: 'POST',
    path: identityPaths.ticketSession,
    access: 'public',
    summary: 'Collect the session once it is approved',
    params: ofTicket,
    query: noParams,
    body: collectRequestSchema,
    answer: { schema: collectResponseSchema, description: 'Waiting still, or the session; given once.' },
    codes: ['ticket-ended', 'rate-limited'],
    maxReadUnits: 6,
  }),
}
