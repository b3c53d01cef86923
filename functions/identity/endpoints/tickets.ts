/** A login on another screen, which a phone approves. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  approveRequestSchema,
  collectRequestSchema,
  collectResponseSchema,
  doneSchema,
  ticketIdSchema,
  ticketRequestSchema,
  ticketResponseSchema,
  ticketViewSchema,
} from '../contract'

const ofTicket = z.object({ id: ticketIdSchema })

export const openTicket = endpoint({
  method: 'POST',
  path: '/api/sessions/tickets',
  access: 'known',
  body: ticketRequestSchema,
  response: ticketResponseSchema,
  codes: ['rate-limited', 'unauthenticated'],
})

export const viewTicket = endpoint({
  method: 'GET',
  path: '/api/sessions/tickets/:id',
  access: 'person',
  params: ofTicket,
  response: ticketViewSchema,
  codes: ['ticket-ended', 'another-account'],
})

export const approveTicket = endpoint({
  method: 'POST',
  path: '/api/sessions/tickets/:id',
  access: 'person',
  params: ofTicket,
  body: approveRequestSchema,
  response: doneSchema,
  codes: ['ticket-ended', 'wrong-digits', 'phone-needed', 'another-account'],
})

export const collectTicket = endpoint({
  method: 'POST',
  path: '/api/sessions/tickets/:id/session',
  access: 'public',
  params: ofTicket,
  body: collectRequestSchema,
  response: collectResponseSchema,
  codes: ['ticket-ended', 'rate-limited'],
})
