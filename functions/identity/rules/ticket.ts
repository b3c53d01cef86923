/** The states of a login on another screen, and from which of them each comes. */
import type { Family } from './family'

/** From opening to collecting. */
export const ticketSeconds = 180

/** Times that digits may be typed for one ticket, right or wrong; after that it is over. */
export const mostTries = 3

export const ticketStates = ['open', 'approved', 'collected'] as const
export type TicketState = (typeof ticketStates)[number]

/** State → those it may come from. What is refused or too old is deleted. */
export const ticketOrigins = { approved: ['open'], collected: ['approved'] } as const satisfies Partial<
  Record<TicketState, readonly TicketState[]>
>

/**
 * Whether the desktop may fetch the collected session again, as long as the ticket lives: the answer can have been lost, and the
 * session that it replaced has ended.
 */
export const mayFetchAgain = (family: Family | null, now: number): family is Family =>
  family !== null && family.previous === null && now < family.until
