/** What staff see of people. */
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  personIdSchema,
  resolvedPersonSchema,
  resolveRequestSchema,
  resolveResponseSchema,
  staffNameRequestSchema,
} from '../contract'

export const resolve = endpoint({
  method: 'POST',
  path: '/api/staff/persons/resolve',
  // Whose pages show or take a person: adjustments and what waits for two; the ledger and the record; the roles; who wrote and who
  // uploaded what the hall shows.
  access: 'staff:gifts/audit/admin/publish',
  body: resolveRequestSchema,
  response: resolveResponseSchema,
})

export const nameStaff = endpoint({
  method: 'PUT',
  path: '/api/staff/persons/:person/name',
  access: 'staff',
  params: z.object({ person: personIdSchema }),
  body: staffNameRequestSchema,
  response: resolvedPersonSchema,
  codes: ['unknown-person'],
})
