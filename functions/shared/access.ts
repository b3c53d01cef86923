/** Who may do what: roles in a city and powers of its staff, the session that carries them, and the checks. The phone reads it too. */
import { adcodeSchema, oneLine, placeIdSchema } from './contract'
import { minuteMs } from './day'
import type { Failure } from './problems'
import { err, ok, type Result } from './result'
import { listOfKnown, orAbsent } from './tolerant'
import * as z from './zod'

/** What staff of a city may do. `admin` grants and revokes roles. */
export const powers = ['publish', 'gifts', 'review', 'audit', 'admin'] as const
export const powerSchema = z.enum(powers)
export type Power = z.infer<typeof powerSchema>

const outletsSchema = z.array(placeIdSchema).check(z.minLength(1), z.maxLength(20))

/** A role holds within its city. Whoever holds none is a citizen. */
export const roleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owner'), region: adcodeSchema, outlets: outletsSchema }),
  z.strictObject({ kind: z.literal('salesperson'), region: adcodeSchema, outlets: outletsSchema }),
  z.strictObject({
    kind: z.literal('manager'),
    region: adcodeSchema,
    /** Names of districts within the city, e.g. 清江浦. */
    districts: z
      .array(z.string().check(z.minLength(1), z.maxLength(20), oneLine))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  z.strictObject({
    kind: z.literal('staff'),
    region: adcodeSchema,
    powers: z.array(powerSchema).check(z.minLength(1), z.maxLength(powers.length)),
  }),
])
/** A person has at most one role of each kind in a city. */
export type Role = z.infer<typeof roleSchema>

const answeredOutletsSchema = z.array(placeIdSchema)
/** `more`: the role has powers besides, which the reader does not know; whoever saves it as read would take them away. */
const answeredStaffSchema = z.pipe(
  z.object({ kind: z.literal('staff'), region: adcodeSchema, powers: z.array(orAbsent(powerSchema)) }),
  z.transform(({ powers: read, ...role }) => {
    const known = read.filter((power) => power !== undefined)
    return known.length === read.length ? { ...role, powers: known } : { ...role, powers: known, more: true }
  }),
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
export const roleKinds = ['owner', 'salesperson', 'manager', 'staff'] as const
export const roleKindSchema = z.enum(roleKinds)
export type RoleKind = z.infer<typeof roleKindSchema>

/** Parsed from an access token whose signature and times were checked. */
export type Session = {
  /** Person id. */
  person: string
  /** Id of the session (of its family of refresh tokens). */
  id: string
  roles: readonly Role[]
  /** The person said that they are under 18. */
  minor: boolean
  /** When a phone let this desktop in, in ms since 1970; null: it is a phone's own session. */
  letInAt: number | null
  /** The person's at the time the token was issued, see revocation.ts. */
  generation: number
}

/** How long what takes a fresh approval may be done on a desktop that a phone let in. */
const freshMs = 10 * minuteMs

export const isFresh = ({ letInAt }: Session, now: number): boolean =>
  letInAt === null || now - letInAt <= freshMs

/** Whether the person is staff of that city with that power. */
export function mayAsStaff({ roles }: Session, region: string, power: Power): boolean {
  return roles.some((role) => role.kind === 'staff' && role.region === region && role.powers.includes(power))
}

/** Whether the person stands behind that outlet's counter: its owner or one of its salespeople. */
export function worksAt({ roles }: Session, placeId: string): boolean {
  return roles.some(
    (role) => (role.kind === 'owner' || role.kind === 'salesperson') && role.outlets.includes(placeId),
  )
}

/** Refused unless the person is staff of that city with that power: before anything of another city is looked for. */
export function requirePower(session: Session, region: string, power: Power): Result<null, Failure<never>> {
  return mayAsStaff(session, region, power) ? ok(null) : err({ code: 'forbidden' })
}
