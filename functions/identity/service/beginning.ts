/** How a session begins and goes on: a login, a desktop that a phone let in, a refresh. */
import type { Table, Write } from '../../shared/aws/table'
import type { Device } from '../rules/device'
import { personKey } from '../store/keys'
import type { Begun, StoredSession, sessionStore } from '../store/sessions'
import type { Ticket, ticketStore } from '../store/tickets'
import type { endingService } from './ending'

type Stores = {
  sessions: ReturnType<typeof sessionStore>
  tickets: Pick<ReturnType<typeof ticketStore>, 'collecting'>
  ending: Pick<ReturnType<typeof endingService>, 'endSession'>
}

export const beginningService = (table: Table, { sessions, tickets, ending }: Stores) => {
  /** Begins a session of the person; null if the person has gone or is leaving meanwhile, or `alongWith` does not hold any more. */
  const begin = async (
    person: string,
    begun: Begun,
    alongWith: (session: StoredSession) => Write[] = () => [],
  ): Promise<StoredSession | null> => {
    const { session, writes } = await sessions.beginning(person, begun)
    const written = await table.transact([
      table.check(personKey(person), {
        ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#leaving)',
        names: { '#leaving': 'leaving' },
      }),
      ...alongWith(session),
      ...writes,
    ])
    return written.ok ? session : null
  }

  return {
    beginSession: (person: string, device: Device) => begin(person, { kind: 'phone', device }),
    /**
     * Null also where the ticket was collected by another request, or the session that approved it or that it replaces has ended.
     * Replacing a session does not raise the generation: it is the same desktop, and its old access token expires by itself.
     */
    async collectTicket(ticket: Ticket, person: string): Promise<StoredSession | null> {
      const { device, approvedIn, replaces } = ticket
      if (approvedIn === null) return null
      if (replaces && (replaces.person !== person || replaces.session === approvedIn)) return null
      const begun = { kind: 'desktop', device, letInBy: approvedIn, replaces: replaces?.session } as const
      return begin(person, begun, (session) => [
        tickets.collecting(ticket, session.id),
        sessions.stillRuns(person, approvedIn),
        ...(replaces ? [sessions.replacing(person, replaces.session)] : []),
      ])
    },

    /** Ends the session too where its refresh token was used before: two hold it, and it is unknown which of them stole it. */
    async trade(person: string, id: string, jti: string): ReturnType<typeof sessions.trade> {
      const traded = await sessions.trade(person, id, jti)
      if (!traded.ok && traded.error === 'reused') await ending.endSession(person, id)
      return traded
    },
  }
}
