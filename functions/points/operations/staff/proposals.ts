/** Operations of staff: what waits for a second person. */
import { operation } from '../../../shared/declaration/operation'
import * as proposals from '../../endpoints/staff/proposals'

export const proposalsOperations = {
  proposals: operation({
    ...proposals.proposals,
    region: 'query.region',
    summary: 'What waits for a second person, and what was decided lately',
    answer: {
      schema: proposals.proposals.response,
      description: 'Those that wait first, each newest first; 15 a page.',
    },
    maxReadUnits: 3,
  }),
  propose: operation({
    ...proposals.propose,
    region: ['body.region', 'body.gift', 'body.request.region'],
    secondApproval: 'proposes',
    summary: 'Propose what another person has to approve',
    maxBytes: 300 * 1024,
    answer: {
      schema: proposals.propose.response,
      description: 'Proposed: nothing changes before another person approves.',
    },
  }),
  proposalPicture: operation({
    ...proposals.proposalPicture,
    region: 'params.id',
    summary: 'The picture that a proposal would give a gift',
    answer: {
      schema: proposals.proposalPicture.response,
      description:
        'The bytes, as long as nobody has decided. Citizens cannot see them before they are approved.',
    },
    maxReadUnits: 26,
  }),
  decideProposal: operation({
    ...proposals.decideProposal,
    region: 'params.id',
    secondApproval: 'decides',
    fresh: true,
    summary: 'Approve or refuse what somebody else proposed',
    answer: {
      schema: proposals.decideProposal.response,
      description: 'Decided, and done in the same transaction if approved.',
    },
  }),
  withdrawProposal: operation({
    ...proposals.withdrawProposal,
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Take back what one proposed oneself',
    answer: { schema: proposals.withdrawProposal.response, description: 'Withdrawn.' },
  }),
}
