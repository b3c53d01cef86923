/** Operations of staff: what waits for a second person. */
import { operation } from '../../../shared/operation'
import * as proposals from '../../endpoints/staff/proposals'

export const proposalsOperations = {
  proposals: operation({
    ...proposals.proposals,
    summary: 'What waits for a second person, and what was decided lately',
    answer: {
      schema: proposals.proposals.response,
      description: 'Those that wait first, each newest first; 15 a page.',
    },
    maxReadUnits: 3,
  }),
  propose: operation({
    ...proposals.propose,
    approval: 'proposes',
    summary: 'Propose what another person has to approve',
    answer: {
      schema: proposals.propose.response,
      description: 'Proposed: nothing changes before another person approves.',
    },
  }),
  decideProposal: operation({
    ...proposals.decideProposal,
    approval: 'decides',
    fresh: true,
    summary: 'Approve or refuse what somebody else proposed',
    answer: {
      schema: proposals.decideProposal.response,
      description: 'Decided, and done in the same transaction if approved.',
    },
  }),
  withdrawProposal: operation({
    ...proposals.withdrawProposal,
    approval: 'decides',
    summary: 'Take back what one proposed oneself',
    answer: { schema: proposals.withdrawProposal.response, description: 'Withdrawn.' },
  }),
}
