/** What identity keeps of roles. Whatever is written is known, where a client reads answers that may say more. */
import { roleSchema } from '../../shared/access'
import * as z from '../../shared/zod'
import { holderSchema, roleActions, roleChangeSchema } from '../contract'

const rolesSchema = z.array(roleSchema)
export const storedHolderSchema = z.extend(holderSchema, { roles: rolesSchema })
export const storedRoleChangeSchema = z.extend(roleChangeSchema, {
  deed: z.enum(roleActions),
  before: rolesSchema,
  after: rolesSchema,
})
