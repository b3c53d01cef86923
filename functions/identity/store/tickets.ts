/** Logins on another screen: opened there, approved on a phone that is logged in, collected with a secret of the screen. */

import { createHash, timingSafeEqual } from 'node:crypto'
import { parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { stateIn } from '../../shared/items/state-condition'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import {
  deviceSchema,
  personIdSchema,
  ticketDigitsSchema,
  ticketIdSchema,
  ticketPurposeSchema,
} from '../contract'
import { newDigits, newId, type Random } from '../rules/ids'
import { mostTries, type TicketState, ticketOrigins, ticketSeconds, ticketStates } from '../rules/ticket'
import { ticketKey } from './keys'

const ticketSchema = z.object({
  id: ticketIdSchema,
  state: z.enum(ticketStates),
  /** SHA-256 of the secret: whoever reads the table cannot collect. */
  secretHash: z.string(),
  digits: ticketDigitsSchema,
  /** How often digits were typed for it. */
  tries: z.int(),
  /** The device that asks, and its city, as the phone shows them. */
  device: deviceSchema,
  city: z.nullable(z.string()),
  /** What a desktop asks for on which one is logged in; null: a login. */
  purpose: z._default(z.nullable(z.catch(ticketPurposeSchema, { kind: 'other' })), null),
  /** The session that asks for it, whose person alone can approve, and which goes when the next is collected. */
  replaces: z._default(z.nullable(z.object({ person: personIdSchema, session: z.string() })), null),
  /** The phone of somebody else was at it. */
  byAnother: z._default(z.boolean(), false),
  openedAt: z.int(),
  until: z.int(),
  /** Who approved, and in which session: a ticket is worth nothing once that session has ended. */
  person: z.nullable(personIdSchema),
  approvedIn: z._default(z.nullable(z.string()), null),
  /** The session that was collected. */
  session: z.nullable(z.string()),
})
export type Ticket = z.infer<typeof ticketSchema>

export type TicketDependencies = { clock: () => number; random: Random }

export const ticketStore = (table: Table, { clock, random }: TicketDependencies) => {
  /** Null for what never was and for what is too old alike. */
  const readTicket = async (id: string): Promise<Ticket | null> => {
    const item = await table.get(ticketKey(id), { consistent: true })
    const ticket = item && parseItem(ticketSchema, item)
    return ticket && clock() < ticket.until ? ticket : null
  }

  /** The ticket with one try more; null where it is not open any more, or was tried often enough. */
  const countTry = async (id: string): Promise<Ticket | null> => {
    const counted = await table.updateOne(ticketKey(id), {
      UpdateExpression: 'SET tries = tries + :one',
      ConditionExpression: '#state = :open AND #until > :now AND tries < :most',
      names: { '#state': 'state', '#until': 'until' },
      values: {
        ':one': 1,
        ':open': ticketOrigins.approved[0],
        ':now': clock(),
        ':most': mostTries,
      },
    })
    return counted.ok ? parseItem(ticketSchema, counted.value) : null
  }

  return {
    readTicket,

    async openTicket(
      asker: Pick<Ticket, 'device' | 'city' | 'purpose' | 'replaces'>,
    ): Promise<{ ticket: Ticket; secret: string }> {
      const secret = Buffer.from(random(24)).toString('base64url')
      const now = clock()
      const ticket: Ticket = {
        id: newId(random),
        state: 'open',
        secretHash: hashOf(secret),
        digits: newDigits(random),
        tries: 0,
        ...asker,
        byAnother: false,
        openedAt: now,
        until: now + ticketSeconds * 1000,
        person: null,
        approvedIn: null,
        session: null,
      }
      await table.putOne({ ...ticketKey(ticket.id), ...ticket, expiresAt: secondsOf(ticket.until) })
      return { ticket, secret }
    },

    /** Whether the ticket is another person's than `person`; then its screen shows that somebody else tried. */
    async isOfAnother({ id, replaces, byAnother }: Ticket, person: string): Promise<boolean> {
      if (replaces === null || replaces.person === person) return false
      if (byAnother) return true
      // Refused: it was collected or has gone, and nobody waits for it any more.
      const open = stateIn(['open' satisfies TicketState])
      await table.updateOne(ticketKey(id), {
        ...open,
        UpdateExpression: 'SET byAnother = :true',
        values: { ...open.values, ':true': true },
      })
      return true
    },

    /**
     * Counts the try before it compares the digits, so that concurrent guesses get no more tries than sequential ones. Approving again
     * changes nothing.
     */
    async approveTicket(
      id: string,
      { person, session, digits }: { person: string; session: string; digits: string },
    ): Promise<Result<undefined, 'ticket-ended' | 'wrong-digits'>> {
      const ticket = await countTry(id)
      if (ticket === null) {
        const before = await readTicket(id)
        return before?.state === 'approved' && before.person === person ? ok(undefined) : err('ticket-ended')
      }
      if (ticket.digits !== digits) {
        if (ticket.tries < mostTries) return err('wrong-digits')
        await table.transact([table.remove(ticketKey(id))])
        return err('ticket-ended')
      }
      const approved = await table.updateOne(ticketKey(id), {
        UpdateExpression: 'SET #state = :approved, person = :person, approvedIn = :session',
        ConditionExpression: '#state = :open OR (#state = :approved AND person = :person)',
        names: { '#state': 'state' },
        values: {
          ':approved': 'approved' satisfies TicketState,
          ':open': ticketOrigins.approved[0],
          ':person': person,
          ':session': session,
        },
      })
      return approved.ok ? ok(undefined) : err('ticket-ended')
    },

    /** Fragment: collects an approved ticket, as this session. */
    collecting: ({ id }: Ticket, session: string): Write => {
      const approved = stateIn(ticketOrigins.collected)
      return table.update(ticketKey(id), {
        UpdateExpression: 'SET #state = :collected, #session = :session',
        ConditionExpression: approved.ConditionExpression,
        names: { ...approved.names, '#session': 'session' },
        values: { ...approved.values, ':collected': 'collected' satisfies TicketState, ':session': session },
      })
    },
  }
}

export const opens = ({ secretHash }: Ticket, secret: string): boolean => {
  const [given, kept] = [Buffer.from(hashOf(secret)), Buffer.from(secretHash)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
