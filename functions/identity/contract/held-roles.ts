/** The roles that somebody holds, as every answer shows them: to themself, and to the admins of their city. */
import { powers } from '../../powers'
import { scopeKinds } from '../../shared/access/scope'
import { adcodeSchema, placeIdSchema } from '../../shared/contract'
import { listOfKnown, openEnum, orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'

export { powers }
export const powerSchema = z.enum(powers)

const answeredOutletsSchema = z.array(placeIdSchema)
/** `more`: there are powers besides, which the reader does not know; whoever saves the role as read would take them away. */
export const knownPowersSchema = z.pipe(
  z.array(orAbsent(powerSchema)),
  z.transform((read) => {
    const powers = read.filter((power) => power !== undefined)
    return powers.length === read.length ? { powers } : { powers, more: true }
  }),
)
const answeredStaffSchema = z.pipe(
  z.object({ kind: z.literal('staff'), region: adcodeSchema, powers: knownPowersSchema }),
  z.transform(({ powers, ...role }) => ({ ...role, ...powers })),
)

/** Roles within a part of a city, as answers show them; a kind of part that the reader does not know is `other`. */
export const answeredScopedRolesSchema = listOfKnown(
  z.pipe(
    z.object({
      region: adcodeSchema,
      scope: z.object({ kind: openEnum(scopeKinds), id: z.string() }),
      powers: knownPowersSchema,
    }),
    z.transform(({ powers, ...role }) => ({ ...role, ...powers })),
  ),
)

/** As answers show them: a role or a power that the reader does not know is left out, and so is what is new about one. */
export const answeredRolesSchema = listOfKnown(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('owner'), region: adcodeSchema, outlets: answeredOutletsSchema }),
    z.object({ kind: z.literal('salesperson'), region: adcodeSchema, outlets: answeredOutletsSchema }),
    z.object({ kind: z.literal('manager'), region: adcodeSchema, districts: z.array(z.string()) }),
    answeredStaffSchema,
  ]),
)
