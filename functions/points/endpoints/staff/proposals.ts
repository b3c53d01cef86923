/** What waits for a second person. */
import { endpoint } from '../../../shared/declaration/endpoint'
import * as z from '../../../shared/zod'
import {
  proposalDecisionRequestSchema,
  proposalIdSchema,
  proposalPictureSchema,
  proposalRequestSchema,
  proposalSchema,
  proposalsQuerySchema,
  proposalsResponseSchema,
} from '../../contract'

const ofProposal = z.object({ id: proposalIdSchema })

export const proposals = endpoint({
  method: 'GET',
  path: '/api/staff/proposals',
  access: 'staff:gifts',
  query: proposalsQuerySchema,
  response: proposalsResponseSchema,
})

export const propose = endpoint({
  method: 'POST',
  path: '/api/staff/proposals',
  access: 'staff:gifts',
  idempotent: true,
  body: proposalRequestSchema,
  response: proposalSchema,
  codes: [
    'unknown-gift',
    'unknown-outlet',
    'edited-meanwhile',
    'open-limit-reached',
    'picture-unfit',
    'picture-waits',
    'picture-unusable',
  ],
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/api/staff/proposals/:id/decision',
  access: 'staff:gifts',
  params: ofProposal,
  body: proposalDecisionRequestSchema,
  response: proposalSchema,
  codes: [
    'unknown-proposal',
    'proposal-decided',
    'proposal-expired',
    'own-proposal',
    'unknown-gift',
    'edited-meanwhile',
    'picture-waits',
    'picture-unusable',
    'account-busy',
  ],
})

export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/api/staff/proposals/:id/withdrawal',
  access: 'staff:gifts',
  params: ofProposal,
  body: z.strictObject({}),
  response: proposalSchema,
  codes: ['unknown-proposal', 'proposal-decided', 'not-own-proposal', 'account-busy'],
})

export const proposalPicture = endpoint({
  method: 'GET',
  path: '/api/staff/proposals/:id/picture',
  access: 'staff:gifts',
  params: ofProposal,
  response: proposalPictureSchema,
  codes: ['unknown-proposal'],
})
