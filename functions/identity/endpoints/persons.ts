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
  access: 'staff',
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
