/** Grants that wait for a second admin. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint, noBody, noParams } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  grantRequestSchema,
  roleDecisionRequestSchema,
  roleProposalIdSchema,
  roleProposalSchema,
  roleProposalsResponseSchema,
} from '../contract'

const ofProposal = z.object({ id: roleProposalIdSchema })

export const roleProposals = endpoint({
  method: 'GET',
  path: '/api/staff/role-proposals',
  access: 'staff:admin',
  params: noParams,
  query: z.object({ region: adcodeSchema }),
  body: noBody,
  response: roleProposalsResponseSchema,
  codes: [],
})

export const proposeRole = endpoint({
  method: 'POST',
  path: '/api/staff/role-proposals',
  access: 'staff:admin',
  idempotent: true,
  params: noParams,
  query: noParams,
  body: grantRequestSchema,
  response: roleProposalSchema,
  codes: ['unknown-person', 'own-role', 'role-proposal-limit'],
})

export const decideRole = endpoint({
  method: 'POST',
  path: '/api/staff/role-proposals/:id/decision',
  access: 'staff:admin',
  params: ofProposal,
  query: noParams,
  body: roleDecisionRequestSchema,
  response: roleProposalSchema,
  codes: [
    'unknown-role-proposal',
    'role-proposal-decided',
    'role-proposal-expired',
    'own-role-proposal',
    'role-changed-meanwhile',
    'role-proposer-not-admin',
    'unknown-person',
    'last-admin',
    'too-many-roles',
  ],
})

export const withdrawRole = endpoint({
  method: 'POST',
  path: '/api/staff/role-proposals/:id/withdrawal',
  access: 'staff:admin',
  params: ofProposal,
  query: noParams,
  body: z.strictObject({}),
  response: roleProposalSchema,
  codes: ['unknown-role-proposal', 'role-proposal-decided', 'not-own-role-proposal'],
})
