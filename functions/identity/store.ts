/** What is kept of people, and everything that is done with it. Only the files in `store/` know the table's keys. */
import { err, ok, type Result } from '../shared/result'
import { revocationsIn } from '../shared/revocation'
import { sourceKeeper } from '../shared/sources'
import type { Table, Write } from '../shared/table'
import type { Role, RoleKind } from './contract'
import type { Device } from './rules/device'
import type { Random } from './rules/ids'
import { fitToken, roleOf, withoutRole, withRole } from './rules/roles'
import { endingStore } from './store/ending'
import { personKey } from './store/keys'
import { leavingStore } from './store/leaving'
import { nameStore } from './store/names'
import { ownChangesReader } from './store/own-changes'
import { changePerson, type Person, peopleStore } from './store/people'
import { roleStore } from './store/roles'
import { type Begun, type KeptSession, sessionStore } from './store/sessions'
import { type Ticket, ticketStore } from './store/tickets'

export type { Person } from './store/people'
export type { KeptSession } from './store/sessions'
export { opens, type Ticket } from './store/tickets'
export type StoreDependencies = { clock: () => number; random: Random }
export type IdentityStore = ReturnType<typeof createIdentityStore>

type Grant = { to: string; role: Role; by: string | null }
type Revocation = { from: string; region: string; kind: RoleKind; by: string }

export const createIdentityStore = (table: Table, dependencies: StoreDependencies) => {
  const people = peopleStore(table, dependencies)
  const sessions = sessionStore(table, dependencies)
  const tickets = ticketStore(table, dependencies)
  const roles = roleStore(table, dependencies)
  const ending = endingStore(table, { ...people, ...sessions }, dependencies)
  const { countSource, withinLimit } = sourceKeeper(table, dependencies.random)

  /** Begins a session of the person; null if the person has gone meanwhile, or `alongWith` does not hold any more. */
  const begin = async (
    person: string,
    begun: Begun,
    alongWith: (session: KeptSession) => Write[] = () => [],
  ): Promise<KeptSession | null> => {
    const { session, writes } = await sessions.beginning(person, begun)
    const written = await table.transact([
      table.check(personKey(person), { ConditionExpression: 'attribute_exists(PK)' }),
      ...alongWith(session),
      ...writes,
    ])
    return written.ok ? session : null
  }

  return {
    ...people,
    ...sessions,
    ...tickets,
    ...ending,
    ...nameStore(table, people, dependencies),
    ...leavingStore(table, { ...people, ...roles, ...sessions, ...ending }),
    isAdminNow: roles.isAdminNow,
    holders: roles.holders,
    roleChanges: roles.roleChanges,
    ...ownChangesReader(table),
    countSource,
    withinLimit,
    isRevoked: revocationsIn(table),
    beginSession: (person: string, device: Device) => begin(person, { kind: 'phone', device }),
    /**
     * Null too where another collected it, or the session that approved it has ended, or the one that it replaces. Replacing
     * raises no generation: the same desktop goes on, and what its access token from before allows runs out by itself.
     */
    async collectTicket(ticket: Ticket, person: string): Promise<KeptSession | null> {
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

    /** Ends the session too where its refresh token was used before: two hold it, and nobody knows which is the thief. */
    async trade(person: string, id: string, jti: string): ReturnType<typeof sessions.trade> {
      const traded = await sessions.trade(person, id, jti)
      if (!traded.ok && traded.error === 'reused') await ending.endSession(person, id)
      return traded
    },

    /** The person as they are then; null if there is none any more. `change` gives the fields that are to be others. */
    changePerson: (
      id: string,
      change: (person: Person) => Partial<Pick<Person, 'consents' | 'age'>> | null,
    ) =>
      people.inTurn<Person | null, never>(id, async (person) => {
        const fields = person && change(person)
        if (!person || !fields) return ok({ writes: [], value: person })
        return ok({ writes: [changePerson(table, person, fields)], value: { ...person, ...fields } })
      }),

    /** Grants the role, or changes the one of its kind in its city. Doing it again changes nothing. */
    grantRole: ({
      to,
      role,
      by,
    }: Grant): Promise<Result<Person, 'unknown-person' | 'last-admin' | 'too-many-roles'>> =>
      people.inTurn(to, async (person) => {
        if (!person) return err('unknown-person' as const)
        if (isSame(roleOf(person.roles, role.region, role.kind), role))
          return ok({ writes: [], value: person })
        const held = withRole(person.roles, role)
        if (!fitToken(held)) return err('too-many-roles' as const)
        const change = { region: role.region, roles: held, by, deed: 'granted' } as const
        const writes = await roles.changingRoles(person, change)
        return writes ? ok({ writes, value: { ...person, roles: held } }) : err('last-admin' as const)
      }),

    /** Taking away what is not held changes nothing. */
    revokeRole: ({
      from,
      region,
      kind,
      by,
    }: Revocation): Promise<Result<undefined, 'unknown-person' | 'last-admin'>> =>
      people.inTurn(from, async (person) => {
        if (!person) return err('unknown-person' as const)
        if (!roleOf(person.roles, region, kind)) return ok({ writes: [], value: undefined })
        const change = {
          region,
          roles: withoutRole(person.roles, region, kind),
          by,
          deed: 'revoked',
        } as const
        const writes = await roles.changingRoles(person, change)
        return writes ? ok({ writes, value: undefined }) : err('last-admin' as const)
      }),
  }
}

/** Both were parsed by one schema, so their fields stand in the same order. */
const isSame = (a: Role | null, b: Role) => JSON.stringify(a) === JSON.stringify(b)
