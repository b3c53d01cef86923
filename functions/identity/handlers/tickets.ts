import type { Session } from '../../shared/access/access'
import type { RequestHeaders } from '../../shared/http/messages'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { SessionResponse } from '../contract'
import type { identityOperations } from '../operations'
import { deviceOf } from '../rules/device'
import { mayFetchAgain, ticketSeconds } from '../rules/ticket'
import { type IdentityService, opens, type Ticket } from '../service'
import type { Limit } from '../service/limits'
import { present, presentSession, toSessionResponse } from '../service/present'
import type { Tokens } from '../service/tokens'

type Dependencies = { store: IdentityService; tokens: Tokens; limit: Limit; clock: () => number }

const ended = { code: 'ticket-ended' } as const
const anothers = { code: 'another-account' } as const

export const handleOpenTicket =
  (dependencies: Dependencies): HandlerOf<typeof identityOperations.openTicket> =>
  async (request) => {
    const { store, limit } = dependencies
    const allowed = await limit.count('ticket', request)
    if (!allowed.ok) return allowed
    const { headers, session, body } = request
    const replaces = body.purpose ? await replacedBy(dependencies, session) : ok(null)
    if (!replaces.ok) return replaces
    const { ticket, secret } = await store.openTicket({
      device: deviceOf(headers.get('user-agent')),
      city: cityOf(headers),
      purpose: body.purpose ?? null,
      replaces: replaces.value,
    })
    const { id, digits } = ticket
    return ok({ json: { id, secret, digits, pair: digits, expiresIn: ticketSeconds } })
  }

/** The session that asks for a fresh approval: one that a phone let in, and that stands. */
async function replacedBy(
  { store, clock }: Dependencies,
  session: Session | null,
): Promise<Result<Ticket['replaces'], Failure<never>>> {
  if (session === null) return err({ code: 'unauthenticated' })
  const here = await presentSession(store, session, clock)
  if (!here.ok) return here
  if (here.value.session.kind === 'desktop') return ok({ person: session.person, session: session.id })
  const message = 'is for a desktop that a phone let in: this session takes no fresh approval'
  return err({ code: 'invalid-request', errors: [{ field: 'purpose', message }] })
}

export const handleViewTicket =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.viewTicket> =>
  async ({ session, params }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    const ticket = await store.readTicket(params.id)
    if (ticket?.state !== 'open') return err(ended)
    if (await store.isOfAnother(ticket, session.person)) return err(anothers)
    const { device, city, openedAt, until, purpose } = ticket
    const age = Math.max(0, Math.floor((clock() - openedAt) / 1000))
    const expiresIn = Math.ceil((until - clock()) / 1000)
    return ok({ json: { device, city, age, expiresIn, ...(purpose && { purpose }) } })
  }

export const handleApproveTicket =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.approveTicket> =>
  async ({ session, params, body: { digits } }) => {
    const here = await presentSession(store, session, clock)
    if (!here.ok) return here
    // Else a screen that was let in for a day could let in another each day.
    if (here.value.session.kind !== 'phone') return err({ code: 'phone-needed' })
    const ticket = await store.readTicket(params.id)
    if (ticket && (await store.isOfAnother(ticket, session.person))) return err(anothers)
    const approved = await store.approveTicket(params.id, {
      person: session.person,
      session: session.id,
      digits,
    })
    return approved.ok ? ok({ json: { ok: true } }) : err({ code: approved.error })
  }

/** Whoever asks every two seconds while the phone is at it costs one read each time; who guesses is counted and stopped. */
export const handleCollectTicket =
  (dependencies: Dependencies): HandlerOf<typeof identityOperations.collectTicket> =>
  async (request) => {
    const ticket = await dependencies.store.readTicket(request.params.id)
    if (!ticket || !opens(ticket, request.body.secret)) {
      const allowed = await dependencies.limit.count('miss', request)
      return allowed.ok ? err(ended) : allowed
    }
    if (ticket.state === 'open')
      return ok({ json: { state: 'waiting', ...(ticket.byAnother && { byAnother: true }) } })
    const session = await collected(dependencies, ticket)
    return session ? ok({ json: { state: 'approved', session } }) : err(ended)
  }

/** The session of an approved ticket, or once more the one that was collected and has not gone on. Null: it is over. */
async function collected(
  { store, tokens, clock }: Dependencies,
  ticket: Ticket,
): Promise<SessionResponse | null> {
  const person = ticket.person === null ? null : await store.readPerson(ticket.person)
  if (!person || person.leaving) return null
  if (ticket.state === 'approved') {
    const session = await store.collectTicket(ticket, person.id)
    if (session) return toSessionResponse(tokens, person, session, clock())
  }
  // Collected before, or by a request of the same screen that was a moment faster.
  const now = await store.readTicket(ticket.id)
  if (!now || now.session === null) return null
  const session = await store.readSession(person.id, now.session)
  if (!session || !mayFetchAgain(session, clock())) return null
  return toSessionResponse(tokens, person, session, clock())
}

/**
 * The viewer's city from CloudFront's header, e.g. `Huaian`; trusted because the router refuses requests that bypass CloudFront.
 * Null where it is absent, or not a name.
 */
function cityOf(headers: RequestHeaders): string | null {
  const city = headers.get('cloudfront-viewer-city')?.trim() ?? ''
  return /^[\p{L}][\p{L}\p{M}' .-]{0,39}$/u.test(city) ? city : null
}
