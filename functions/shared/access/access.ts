/** Who may do what: roles in a city and powers of its staff, the session that carries them, and the checks. The phone reads it too. */
import { adcodeSchema, oneLine, placeIdSchema } from '../contract'
import { minuteMs } from '../day'
import type { Failure } from '../http/problems'
import { err, ok, type Result } from '../result'
import * as z from '../zod'
import { covers, scopeSchema, type Target } from './scope'

/**
 * Powers by their names. Each domain adds those that it declares (`functions/<domain>/contract/powers.ts`), so that a power is
 * known by type wherever it is asked for, and nothing here knows a domain.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the domains merge their powers into it
export interface DeclaredPowers {}
/** What staff of a city may do. Which there are stands in functions/powers.ts. */
export type Power = keyof DeclaredPowers
export type PowerDeclaration = {
  /** What it is called on screens. */
  title: string
  /** What whoever holds it can do, in one line. */
  about: string
  /** True: it makes points, money or rights, so that one admin alone does not grant it. */
  grantedByTwo?: true
}

/** Whether it is the name of a power, be it of a domain that this program does not know. */
export const isPowerName = (name: unknown): name is Power =>
  typeof name === 'string' && /^[a-z][a-z-]{0,29}$/.test(name)
const powerNameSchema = z.custom<Power>(isPowerName)
/** Powers of one role at most. */
export const mostPowers = 40

const outletsSchema = z.array(placeIdSchema).check(z.minLength(1), z.maxLength(20))

const regional = <Kind extends string>(kind: Kind) => ({ kind: z.literal(kind), region: adcodeSchema })

/**
 * A role holds within its city. Whoever holds none is a citizen.
 *
 * @param power which powers are taken: those that are declared, where a role is granted
 */
export const roleSchemaOf = (power: z.ZodMiniType<Power>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...regional('owner'), outlets: outletsSchema }),
    z.strictObject({ ...regional('salesperson'), outlets: outletsSchema }),
    z.strictObject({
      ...regional('manager'),
      /** Names of districts within the city, e.g. 清江浦. */
      districts: z
        .array(z.string().check(z.minLength(1), z.maxLength(20), oneLine))
        .check(z.minLength(1), z.maxLength(20)),
    }),
    z.strictObject({
      ...regional('staff'),
      powers: z.array(power).check(z.minLength(1), z.maxLength(mostPowers)),
    }),
  ])
/** As stored and in tokens. A power that a function does not know opens nothing there. */
export const roleSchema = roleSchemaOf(powerNameSchema)
/** A person has at most one role of each kind in a city. */
export type Role = z.infer<typeof roleSchema>

/** Powers within a part of a city; a person has at most one for each. Beside the roles, for older programs know no more than those. */
export const scopedRoleSchemaOf = (power: z.ZodMiniType<Power>) =>
  z.strictObject({
    region: adcodeSchema,
    scope: scopeSchema,
    powers: z.array(power).check(z.minLength(1), z.maxLength(mostPowers)),
  })
/** As stored and in tokens. */
export const scopedRoleSchema = scopedRoleSchemaOf(powerNameSchema)
export type ScopedRole = z.infer<typeof scopedRoleSchema>

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
  /** Absent where there is none. */
  scopedRoles?: readonly ScopedRole[]
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

/** Whether the person is staff of that whole city with that power. */
export function mayAsStaff({ roles }: Session, region: string, power: Power): boolean {
  return roles.some((role) => role.kind === 'staff' && role.region === region && role.powers.includes(power))
}

/** What the person may do as staff of that whole city. */
export const powersIn = ({ roles }: Session, region: string): Power[] => [
  ...new Set(roles.flatMap((role) => (role.kind === 'staff' && role.region === region ? role.powers : []))),
]

/** Whether the person holds anything as staff of that whole city. */
export const isStaffOf = ({ roles }: Session, region: string): boolean =>
  roles.some((role) => role.kind === 'staff' && role.region === region)

/** Whether the person stands behind that outlet's counter: its owner or one of its salespeople. */
export function worksAt({ roles }: Session, placeId: string): boolean {
  return roles.some(
    (role) => (role.kind === 'owner' || role.kind === 'salesperson') && role.outlets.includes(placeId),
  )
}

/**
 * Refused unless a role with that power covers the target: one of the whole city covers all that is in it, one of a part of it
 * what is said to lie there. To be asked before anything of another city is looked for.
 */
export function requirePower(session: Session, power: Power, target: Target): Result<null, Failure<never>> {
  if (mayAsStaff(session, target.region, power)) return ok(null)
  const { scopedRoles = [] } = session
  const isCovered = scopedRoles.some((role) => role.powers.includes(power) && covers(role, target))
  return isCovered ? ok(null) : err({ code: 'forbidden' })
}
