/** Grants that wait for a second admin. */
import { operation } from '../../shared/declaration/operation'
import * as proposals from '../endpoints/role-proposals'

export const roleProposalOperations = {
  roleProposals: operation({
    ...proposals.roleProposals,
    region: 'query.region',
    summary: 'Grants of a city that wait for a second admin, and those decided in the last 30 days',
    answer: {
      schema: proposals.roleProposals.response,
      description: 'Newest first: all that wait, and the newest 100.',
    },
    maxReadUnits: 12,
  }),
  proposeRole: operation({
    ...proposals.proposeRole,
    region: 'body.role.region',
    secondApproval: 'proposes-to-operator',
    summary: 'Propose a grant that takes two admins',
    description:
      'In a city with one admin it waits as well: the operator grants it by command. While the same grant waits already, whoever proposed it, the answer is that one.',
    answer: { schema: proposals.proposeRole.response, description: 'Proposed: nobody holds anything yet.' },
  }),
  decideRole: operation({
    ...proposals.decideRole,
    region: 'params.id',
    secondApproval: 'decides',
    fresh: true,
    summary: 'Approve or refuse a grant that another admin proposed',
    answer: { schema: proposals.decideRole.response, description: 'Decided, and granted if approved.' },
  }),
  withdrawRole: operation({
    ...proposals.withdrawRole,
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Take back a grant that one proposed oneself',
    answer: { schema: proposals.withdrawRole.response, description: 'Withdrawn.' },
  }),
}
