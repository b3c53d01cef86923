/** Who may do what in a city. */
import { operation } from '../../shared/declaration/operation'
import * as roles from '../endpoints/roles'
import { done } from './problems'

export const roleOperations = {
  roles: operation({
    ...roles.roles,
    region: 'query.region',
    summary: 'Who holds which role in a city',
    answer: { schema: roles.roles.response, description: 'Everyone who holds any; owners and staff alike.' },
  }),
  roleChanges: operation({
    ...roles.roleChanges,
    region: 'query.region',
    summary: 'Who granted and revoked what in a month',
    answer: { schema: roles.roleChanges.response, description: 'Newest first.' },
  }),
  grant: operation({
    ...roles.grant,
    region: 'body.role.region',
    fresh: true,
    secondApproval: 'second-person',
    summary: 'Grant a role in one’s own city, or change it',
    description:
      'What gives somebody `gifts` or `admin`, or whatever a domain declares so, is proposed and takes a second admin.',
    answer: { schema: roles.grant.response, description: 'The person with all roles in that city.' },
  }),
  revoke: operation({
    ...roles.revoke,
    region: 'query.region',
    fresh: true,
    summary: 'Take a role away; what it allowed is refused from the next request on',
    answer: done,
  }),
}
