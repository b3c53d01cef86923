/**
 * A ticket says that somebody behind a counter saw an order's code a moment ago: order, outlet and person, signed, so that
 * nobody hands over what was not shown, and confirming twice is one handing over.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import { orderIdSchema } from '../../contract'

const ticketSchema = z.object({
  /** Tells one check from another. */
  id: z.string(),
  order: orderIdSchema,
  place: z.string(),
  staff: z.string(),
  /** Ms since 1970. */
  until: z.int(),
})
export type Ticket = z.infer<typeof ticketSchema>

export const ticketSeconds = 5 * 60

export const issueTicket = (
  secret: string,
  about: Omit<Ticket, 'id' | 'until'>,
  at: number,
  random: (bytes: number) => Uint8Array = randomBytes,
): string => {
  const id = Buffer.from(random(9)).toString('base64url')
  const ticket: Ticket = { id, ...about, until: at + ticketSeconds * 1000 }
  const text = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${text}.${signature(secret, text)}`
}

/** A ticket of ours, whatever its age. */
export const readTicket = (secret: string, token: string): Result<Ticket, 'not-ours'> => {
  const [text = '', signed = '', ...more] = token.split('.')
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(secret, text))]
  const isOurs = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs
    ? ok(z.parse(ticketSchema, JSON.parse(Buffer.from(text, 'base64url').toString())))
    : err('not-ours')
}

const signature = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(`ticket|${text}`).digest('base64url')
