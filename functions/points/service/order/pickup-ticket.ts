/**
 * A ticket says that somebody behind a counter saw an order's code a moment ago: order, outlet and person, signed, so that
 * nobody hands over what was not shown, and confirming twice is one handing over.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { CompactSign, compactVerify } from 'jose'
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

/** The one algorithm: a ticket does not choose how it is checked. */
const algorithm = 'HS256'

/** The secret signs other things as well: tickets have a key of their own. */
const keyOf = (secret: string): Uint8Array => createHmac('sha256', secret).update('pickup-ticket').digest()

/** A JWS (RFC 7515) in its compact form. */
export const issueTicket = (
  secret: string,
  about: Omit<Ticket, 'id' | 'until'>,
  at: number,
  random: (bytes: number) => Uint8Array = randomBytes,
): Promise<string> => {
  const id = Buffer.from(random(9)).toString('base64url')
  const ticket: Ticket = { id, ...about, until: at + ticketSeconds * 1000 }
  return new CompactSign(Buffer.from(JSON.stringify(ticket)))
    .setProtectedHeader({ alg: algorithm })
    .sign(keyOf(secret))
}

/** A ticket of ours, whatever its age. */
export const readTicket = async (secret: string, token: string): Promise<Result<Ticket, 'not-ours'>> => {
  const payload =
    token.split('.').length === 2 ? olderPayload(secret, token) : await signedPayload(secret, token)
  return payload === null ? err('not-ours') : ok(z.parse(ticketSchema, JSON.parse(payload)))
}

const signedPayload = (secret: string, token: string): Promise<string | null> =>
  compactVerify(token, keyOf(secret), { algorithms: [algorithm] }).then(
    ({ payload }) => Buffer.from(payload).toString(),
    // jose throws for whatever is wrong with a token, and there is nothing to tell its bearer but no.
    () => null,
  )

/** Up to 0.4.0 a ticket was its text and a signature. One that handed over an order is answered again however late. */
const olderPayload = (secret: string, token: string): string | null => {
  const [text = '', signed = ''] = token.split('.')
  const expected = Buffer.from(createHmac('sha256', secret).update(`ticket|${text}`).digest('base64url'))
  const given = Buffer.from(signed)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs ? Buffer.from(text, 'base64url').toString() : null
}
