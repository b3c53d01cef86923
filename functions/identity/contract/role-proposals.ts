/** Grants that take two admins: proposed by one, carried out when another approves. */
import { declaredPowers } from '../../powers'
import type { Power } from '../../shared/access/access'
import { scopeKinds } from '../../shared/access/scope'
import { adcodeSchema, instantSchema, personIdSchema } from '../../shared/contract'
import { openEnum } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { knownPowersSchema } from './held-roles'

/** Days for which one can be approved. */
export const roleProposalDays = 14

/** Whether granting any of these takes two admins. Of a power that is not known here it does not say so. */
export const takesTwoAdmins = (powers: readonly Power[]): boolean =>
  powers.some((power) => declaredPowers[power]?.grantedByTwo === true)

export const roleProposalIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9a-f]{32}$/))
/** `expired`: nobody decided in time. */
export const roleProposalStates = ['proposed', 'approved', 'rejected', 'withdrawn', 'expired'] as const

const fields = {
  id: roleProposalIdSchema,
  region: adcodeSchema,
  /** Who would become staff of the city with these powers, in the place of those that they hold. */
  person: personIdSchema,
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** Until when it can be approved. */
  until: instantSchema,
  /** Null while nobody has decided, and where the operator's command did. */
  decidedBy: z.nullable(personIdSchema),
  decidedAt: z.nullable(instantSchema),
}
export const roleProposalFields = fields

export const roleProposalSchema = z.pipe(
  z.object({
    ...fields,
    powers: knownPowersSchema,
    /** Within that part of the city alone. */
    scope: z.optional(z.object({ kind: openEnum(scopeKinds), id: z.string() })),
    state: openEnum(roleProposalStates),
  }),
  z.transform(({ powers, ...proposal }) => ({ ...proposal, ...powers })),
)
export type RoleProposal = z.infer<typeof roleProposalSchema>
export const roleProposalsResponseSchema = z.object({ proposals: z.array(roleProposalSchema) })
export const roleDecisionRequestSchema = z.strictObject({ approve: z.boolean() })
