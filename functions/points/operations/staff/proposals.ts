/** Operations of staff: what waits for a second person. */
import { noBody, noParams, operation } from '../../../shared/operation'
import * as z from '../../../shared/zod'
import {
  pointsPaths,
  proposalDecisionRequestSchema,
  proposalIdSchema,
  proposalRequestSchema,
  proposalSchema,
  proposalsQuerySchema,
  proposalsResponseSchema,
} from '../../contract'

const ofProposal = z.object({ id: proposalIdSchema })

export const proposalsOperations = {
  proposals: operation({
    method: 'GET',
    path: pointsPaths.staffProposals,
    access: 'staff:gifts',
    summary: 'What waits for a second person, and what was decided lately',
    params: noParams,
    query: proposalsQuerySchema,
    body: noBody,
    answer: {
      schema: proposalsResponseSchema,
      description: 'Those that wait first, each newest first; 15 a page.',
    },
    codes: [],
    maxReadUnits: 3,
  }),
  propose: operation({
    method: 'POST',
    path: pointsPaths.staffProposals,
    access: 'staff:gifts',
    approval: 'proposes',
    summary: 'Propose what another person has to approve',
    idempotent: true,
    params: noParams,
    query: noParams,
    body: proposalRequestSchema,
    answer: {
      schema: proposalSchema,
      description: 'Proposed: nothing changes before another person approves.',
    },
    codes: [
      'idempotency-key-missing',
      'idempotency-key-stale',
      'idempotency-key-reused',
      'unknown-gift',
      'unknown-outlet',
      'edited-meanwhile',
      'second-person-missing',
      'open-limit-reached',
    ],
  }),
  decideProposal: operation({
    method: 'POST',
    path: pointsPaths.staffProposalDecision,
    access: 'staff:gifts',
    approval: 'decides',
    fresh: true,
    summary: 'Approve or refuse what somebody else proposed',
    params: ofProposal,
    query: noParams,
    body: proposalDecisionRequestSchema,
    answer: { schema: proposalSchema, description: 'Decided, and done in the same transaction if approved.' },
    codes: [
      'unknown-proposal',
      'proposal-decided',
      'proposal-expired',
      'own-proposal',
      'unknown-gift',
      'edited-meanwhile',
      'account-busy',
    ],
  }),
  withdrawProposal: operation({
    method: 'POST',
    path: pointsPaths.staffProposalWithdrawal,
    access: 'staff:gifts',
    approval: 'decides',
    summary: 'Take back what one proposed oneself',
    params: ofProposal,
    query: noParams,
    body: z.strictObject({}),
    answer: { schema: proposalSchema, description: 'Withdrawn.' },
    codes: ['unknown-proposal', 'proposal-decided', 'not-own-proposal', 'account-busy'],
  }),
}
