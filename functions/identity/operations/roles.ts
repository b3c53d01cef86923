/** Who may do what in a city. */
import { adcodeSchema } from '../../shared/contract'
import { noBody, noParams, operation } from '../../shared/operation'
import * as z from '../../shared/zod'
import {
  grantRequestSchema,
  holderSchema,
  holdersResponseSchema,
  identityPaths,
  personIdSchema,
  roleChangesQuerySchema,
  roleChangesResponseSchema,
  roleKindSchema,
} from '../contract'
import { done } from './problems'

const ofRegion = z.object({ region: adcodeSchema })

export const roleOperations = {
  roles: operation({
    method: 'GET',
    path: identityPaths.roles,
    access: 'staff:admin',
    summary: 'Who holds which role in a city',
    params: noParams,
    query: ofRegion,
    body: noBody,
    answer: { schema: holdersResponseSchema, description: 'Everyone who holds any; owners and staff alike.' },
    codes: [],
  }),
  roleChanges: operation({
    method: 'GET',
    path: identityPaths.roleChanges,
    access: 'staff:audit',
    summary: 'Who granted and revoked what in a month',
    params: noParams,
    query: roleChangesQuerySchema,
    body: noBody,
    answer: { schema: roleChangesResponseSchema, description: 'Newest first.' },
    codes: [],
  }),
  grant: operation({
    method: 'POST',
    path: identityPaths.roles,
    access: 'staff:admin',
    fresh: true,
    summary: 'Grant a role in one’s own city, or change it',
    params: noParams,
    query: noParams,
    body: grantRequestSchema,
    answer: { schema: holderSchema, description: 'The person with all roles in that city.' },
    codes: ['unknown-person', 'last-admin', 'own-role'],
  }),
  revoke: operation({
    method: 'DELETE',
    path: identityPaths.role,
    access: 'staff:admin',
    fresh: true,
    summary: 'Take a role away; what it allowed is refused from the next request on',
    params: z.object({ person: personIdSchema, kind: roleKindSchema }),
    query: ofRegion,
    body: noBody,
    answer: done,
    codes: ['unknown-person', 'last-admin', 'own-role'],
  }),
}
