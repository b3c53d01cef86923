/** Roles of people in a city: who holds them, how they are granted, and what was changed. */
import { roleSchemaOf } from '../../shared/access/access'
import { scopeSchema } from '../../shared/access/scope'
import { adcodeSchema, instantSchema, personIdSchema } from '../../shared/contract'
import { openEnum } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { answeredRolesSchema, answeredScopedRolesSchema, powerSchema } from './held-roles'
import { personNoSchema } from './person-no'
import { staffNameChangeSchema } from './persons'

/** Somebody who holds roles in a city, as its admins see them. */
export const holderSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  /** What the city's staff call them; absent where there is none. */
  name: z.optional(z.string()),
  roles: answeredRolesSchema,
  /** Within parts of the city. Absent where there is none. */
  scopedRoles: z.optional(answeredScopedRolesSchema),
  changedAt: instantSchema,
})
export const holdersResponseSchema = z.object({ people: z.array(holderSchema) })
export type Holder = z.infer<typeof holderSchema>
/**
 * Grants the role, or changes the one of that kind which the person holds in that city. `scope`: staff of that part of the city
 * alone; it is another role than that of the city.
 */
export const grantRequestSchema = z.strictObject({
  no: personNoSchema,
  role: roleSchemaOf(powerSchema),
  scope: z.optional(scopeSchema),
})

/** `left`: the person deleted everything held about them. */
export const roleActions = ['granted', 'revoked', 'left'] as const
/** A change of somebody's roles in a city, written in the transaction of the change. */
export const roleChangeSchema = z.object({
  at: instantSchema,
  /** Null: whoever set up the city's first admin on the command line. */
  by: z.nullable(personIdSchema),
  person: personIdSchema,
  deed: openEnum(roleActions),
  /** The person's roles in that city. */
  before: answeredRolesSchema,
  after: answeredRolesSchema,
  /** Their roles within parts of the city. Absent where there is none. */
  scopedBefore: z.optional(answeredScopedRolesSchema),
  scopedAfter: z.optional(answeredScopedRolesSchema),
})
export type RoleChange = z.infer<typeof roleChangeSchema>
/** A change of roles as whom it concerned, or who made it, finds it among their own: without the other. */
export const ownRoleChangeSchema = z.extend(z.omit(roleChangeSchema, { person: true, by: true }), {
  region: adcodeSchema,
})
export type OwnRoleChange = z.infer<typeof ownRoleChangeSchema>
export const roleChangesQuerySchema = z.object({
  region: adcodeSchema,
  /** `YYYY-MM`, in China. */
  month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)),
})
export const roleChangesResponseSchema = z.object({
  changes: z.array(roleChangeSchema),
  /** Internal names that were set or taken away. Absent from servers before 0.4. */
  names: z.optional(z.array(staffNameChangeSchema)),
})
