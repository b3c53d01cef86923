/** Who may do what in a city. */
import { adcodeSchema } from '../../shared/contract'
import { endpoint } from '../../shared/declaration/endpoint'
import * as z from '../../shared/zod'
import {
  doneSchema,
  grantRequestSchema,
  holderSchema,
  holdersResponseSchema,
  personIdSchema,
  roleChangesQuerySchema,
  roleChangesResponseSchema,
  roleKindSchema,
} from '../contract'

/** `outlet.320800-32080290`: the part of the city that the role is within. */
const scopeTextSchema = z
  .string()
  .check(z.regex(/^(district|outlet|team)\.[1-9]\d{5}(-[0-9A-Za-z-]{1,40})?$/))

const ofRegion = z.object({ region: adcodeSchema })

export const roles = endpoint({
  method: 'GET',
  path: '/api/staff/roles',
  access: 'staff:admin',
  query: ofRegion,
  response: holdersResponseSchema,
})

export const roleChanges = endpoint({
  method: 'GET',
  path: '/api/staff/roles/changes',
  access: 'staff:audit',
  query: roleChangesQuerySchema,
  response: roleChangesResponseSchema,
})

export const grant = endpoint({
  method: 'POST',
  path: '/api/staff/roles',
  access: 'staff:admin',
  body: grantRequestSchema,
  response: holderSchema,
  codes: ['unknown-person', 'last-admin', 'own-role', 'too-many-roles'],
})

export const revoke = endpoint({
  method: 'DELETE',
  path: '/api/staff/roles/:person/:kind',
  access: 'staff:admin',
  params: z.object({ person: personIdSchema, kind: roleKindSchema }),
  query: z.object({ region: adcodeSchema, scope: z.optional(scopeTextSchema) }),
  response: doneSchema,
  codes: ['unknown-person', 'last-admin', 'own-role'],
})
