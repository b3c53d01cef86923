/** The operations of the identity API, each declared once: the router and the OpenAPI document both read them from here. */
import { personOperations } from './operations/person'
import { personsOperations } from './operations/persons'
import { roleProposalOperations } from './operations/role-proposals'
import { roleOperations } from './operations/roles'
import { sessionOperations } from './operations/sessions'
import { ticketOperations } from './operations/tickets'

export { identityProblems } from './operations/problems'

export const identityOperations = {
  ...sessionOperations,
  ...ticketOperations,
  ...personOperations,
  ...roleOperations,
  ...roleProposalOperations,
  ...personsOperations,
}
