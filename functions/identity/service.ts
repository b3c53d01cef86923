/** Readers and use cases of people on one table. Only the files in `store/` know the table's keys. */
import { auditRecords } from '../audit/fragments'
import type { DataContext } from '../shared/aws/context'
import { createSourceLimits } from '../shared/http/sources'
import { ok } from '../shared/result'
import { revocationsIn } from '../shared/session/revocation'
import { taskWrites } from '../tasks/fragments'
import type { IdentityAuditAction } from './contract/audit-actions'
import { beginningService } from './service/beginning'
import { endingService } from './service/ending'
import { grantingService } from './service/granting'
import { leavingService } from './service/leaving'
import { namingService } from './service/naming'
import { roleProposalService } from './service/role-proposals'
import { leavingStore } from './store/leaving'
import { ownChangesReader } from './store/own-changes'
import { changePerson, type Person, peopleStore } from './store/people'
import { roleProposalStore } from './store/role-proposals'
import { roleStore } from './store/roles'
import { sessionStore } from './store/sessions'
import { ticketStore } from './store/tickets'

export type { Person } from './store/people'
export type { StoredSession } from './store/sessions'
export { opens, type Ticket } from './store/tickets'
export type IdentityService = ReturnType<typeof createIdentityService>

export const createIdentityService = ({ tableOf, ...dependencies }: DataContext) => {
  const table = tableOf('identity')
  const others = () => ({
    audit: auditRecords<IdentityAuditAction>(tableOf('audit'), dependencies),
    tasks: taskWrites(tableOf('tasks')),
  })
  const people = peopleStore(table, dependencies)
  const sessions = sessionStore(table, dependencies)
  const tickets = ticketStore(table, dependencies)
  const roles = roleStore(table, { ...dependencies, audit: () => others().audit })
  const leaving = leavingStore(table, dependencies)
  const ending = endingService(table, { ...people, ...sessions }, dependencies)
  const granting = grantingService({ people, roles })
  const proposals = roleProposalStore(table, dependencies)
  const { countSource, withinLimit } = createSourceLimits(table, dependencies.random)

  return {
    ...people,
    ...sessions,
    ...tickets,
    ...ending,
    ...namingService(table, people, dependencies),
    ...leaving,
    ...leavingService(table, { ...people, ...roles, ...sessions, ...ending, ...leaving }, dependencies),
    ...beginningService(table, { sessions, tickets, ending }),
    ...granting,
    ...roleProposalService(table, { people, roles, proposals, granting, others, clock: dependencies.clock }),
    isAdminNow: roles.isAdminNow,
    holders: roles.holders,
    roleChanges: roles.roleChanges,
    ...ownChangesReader(table),
    countSource,
    withinLimit,
    isRevoked: revocationsIn(table),

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
  }
}
