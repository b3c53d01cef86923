/** What identity keeps of roles. Whatever is written is known, where a client reads answers that may say more. */
import { roleSchema, scopedRoleSchema } from '../../shared/access/access'
import * as z from '../../shared/zod'
import { holderSchema, roleActions, roleChangeSchema } from '../contract'

const rolesSchema = z.array(roleSchema)
const scopedRolesSchema = z.optional(z.array(scopedRoleSchema))
export const storedHolderSchema = z.extend(holderSchema, {
  roles: rolesSchema,
  scopedRoles: scopedRolesSchema,
})
export const storedRoleChangeSchema = z.extend(roleChangeSchema, {
  deed: z.enum(roleActions),
  before: rolesSchema,
  after: rolesSchema,
  scopedBefore: scopedRolesSchema,
  scopedAfter: scopedRolesSchema,
})
