/** The person as they are shown to themself: number, roles, consents, age. */
import { instantSchema, personIdSchema } from '../../shared/contract'
import { listOfKnown, orNull } from '../../shared/tolerant'
import * as z from '../../shared/zod'
import { answeredRolesSchema, answeredScopedRolesSchema } from './held-roles'
import { personNoSchema } from './person-no'

/**
 * The texts that need consent, with the version in force. A version rises when what is stored, why or how long changes; then people
 * are asked again. `2026-12` added the address log, devices, and what remains of people who leave.
 */
export const consentTexts = { privacy: '2026-12', points: '2026-11' } as const
export const consentTextSchema = z.enum(['privacy', 'points'])
export type ConsentText = z.infer<typeof consentTextSchema>

export const consentSchema = z.object({
  text: consentTextSchema,
  /** Version that was shown, e.g. `2026-11`. */
  version: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  at: instantSchema,
})
export const ageSchema = z.enum(['adult', 'minor'])

/** All that a person is shown of themself. */
export const meSchema = z.object({
  id: personIdSchema,
  no: personNoSchema,
  since: instantSchema,
  roles: answeredRolesSchema,
  /** Within parts of a city. Absent where there is none, and from servers before 0.5. */
  scopedRoles: z.optional(answeredScopedRolesSchema),
  consents: listOfKnown(consentSchema),
  /** What the person said, once; null: not said yet. */
  age: orNull(ageSchema),
  /** By city, what its staff call the person. Absent: nowhere anything; servers before 0.4 never say. */
  names: z.optional(z.record(z.string(), z.string())),
})
export type Me = z.infer<typeof meSchema>

export const consentRequestSchema = z.strictObject({
  text: consentTextSchema,
  version: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
})
export const ageRequestSchema = z.strictObject({ age: ageSchema })
