/** What identity keeps of roles. Whatever is written is known, where a client reads answers that may say more. */
import { roleSchema } from '../../shared/access'
import * as z from '../../shared/zod'
import { holderSchema, roleChangeSchema, roleDeeds } from '../contract'

const rolesSchema = z.array(roleSchema)
export const keptHolderSchema = z.extend(holderSchema, { roles: rolesSchema })
export const keptRoleChangeSchema = z.extend(roleChangeSchema, {
  deed: z.enum(roleDeeds),
  before: rolesSchema,
  after: rolesSchema,
})
