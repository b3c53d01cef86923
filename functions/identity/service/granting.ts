/** Granting and revoking roles, each with its record and the city's list of admins in one transaction. */

import { isSameScope, type Scope } from '../../shared/access/scope'
import type { Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import { type Power, type Role, type RoleKind, takesTwoAdmins } from '../contract'
import {
  fitToken,
  type Held,
  heldBy,
  isAdmin,
  roleOf,
  withoutRole,
  withoutScoped,
  withRole,
  withScoped,
} from '../rules/roles'
import type { Person, peopleStore } from '../store/people'
import type { roleStore } from '../store/roles'

/** `scope`: the staff's powers hold in that part of the city alone. */
export type Granted = { role: Role; scope?: Scope }
/**
 * `by`: null for whoever runs the command line. `approval`: the writes of a second admin's decision; null where there was none,
 * and what takes two is refused.
 */
export type Grant = Granted & { to: string; by: string | null; approval?: Write[] }
type Revocation = { from: string; region: string; kind: RoleKind; scope?: Scope; by: string }
export type GrantRefusal = 'unknown-person' | 'last-admin' | 'too-many-roles'
type Planned = Result<{ writes: Write[]; value: Person }, GrantRefusal | 'second-person-needed'>

type Stores = {
  people: Pick<ReturnType<typeof peopleStore>, 'inTurn' | 'readPerson'>
  roles: Pick<ReturnType<typeof roleStore>, 'changingRoles'>
}

export const grantingService = ({ people, roles }: Stores) => {
  /** What a grant writes, of the person as they were read. Doing it again changes nothing. */
  const planGrant = async (person: Person | null, { by, approval, ...grant }: Grant): Promise<Planned> => {
    if (!person || person.leaving) return err('unknown-person')
    const before = heldBy(person)
    if (isHeld(before, grant)) return ok({ writes: approval ?? [], value: person })
    if (by !== null && !approval && takesTwoAdmins(newPowers(before, grant)))
      return err('second-person-needed')
    const held = granted(before, grant)
    if (!fitToken(held)) return err('too-many-roles')
    const change = { region: grant.role.region, held, by, action: 'granted' } as const
    const writes = await roles.changingRoles(person, change)
    if (!writes) return err('last-admin')
    return ok({ writes: [...writes, ...(approval ?? [])], value: { ...person, ...held } })
  }

  return {
    planGrant,

    /** Grants the role, or changes the one of its kind in its city or scope. */
    grantRole: (grant: Grant): Promise<Result<Person, GrantRefusal | 'second-person-needed'>> =>
      people.inTurn(grant.to, (person) => planGrant(person, grant)),

    /** Whether another admin has to approve it, as things are now. */
    async needsSecondAdmin(to: string, grant: Granted): Promise<boolean> {
      const person = await people.readPerson(to)
      return person !== null && takesTwoAdmins(newPowers(heldBy(person), grant))
    },

    /** Taking away what is not held changes nothing. */
    revokeRole: ({
      from,
      region,
      kind,
      scope,
      by,
    }: Revocation): Promise<Result<undefined, 'unknown-person' | 'last-admin'>> =>
      people.inTurn(from, async (person) => {
        if (!person) return err('unknown-person' as const)
        const before = heldBy(person)
        const held =
          scope === undefined
            ? { ...before, roles: withoutRole(before.roles, region, kind) }
            : { ...before, scopedRoles: withoutScoped(before.scopedRoles, region, scope) }
        if (countOf(held) === countOf(before)) return ok({ writes: [], value: undefined })
        const writes = await roles.changingRoles(person, { region, held, by, action: 'revoked' })
        return writes ? ok({ writes, value: undefined }) : err('last-admin' as const)
      }),
  }
}

function granted({ roles, scopedRoles }: Held, { role, scope }: Granted): Held {
  if (scope === undefined) return { scopedRoles, roles: withRole(roles, role) }
  const powers = powersOf(role)
  return { roles, scopedRoles: withScoped(scopedRoles, { region: role.region, scope, powers }) }
}

const powersOf = (role: Role | null): Power[] => (role?.kind === 'staff' ? role.powers : [])

/** What is held already of what would be granted; null where there is nothing of it. */
function existingPowers({ roles, scopedRoles }: Held, { role, scope }: Granted): Power[] | null {
  if (scope !== undefined) {
    const one = scopedRoles.find((one) => one.region === role.region && isSameScope(one.scope, scope))
    return one?.powers ?? null
  }
  return powersOf(roleOf(roles, role.region, role.kind))
}

/** Whether the grant writes the city's list of admins. */
export const changesAdmins = ({ roles }: Held, { role, scope }: Granted): boolean =>
  scope === undefined && role.kind === 'staff' && isAdmin(roles, role.region) !== isAdmin([role], role.region)

/** What the grant would replace, as text to compare. */
export const baseOf = (held: Held, grant: Granted): string =>
  JSON.stringify(existingPowers(held, grant)?.toSorted() ?? null)

const newPowers = (held: Held, grant: Granted): Power[] => {
  const existing = existingPowers(held, grant) ?? []
  return powersOf(grant.role).filter((power) => !existing.includes(power))
}

function isHeld(held: Held, grant: Granted): boolean {
  const { role, scope } = grant
  // Both were parsed by one schema, so their fields stand in the same order.
  if (scope === undefined)
    return JSON.stringify(roleOf(held.roles, role.region, role.kind)) === JSON.stringify(role)
  return JSON.stringify(existingPowers(held, grant)) === JSON.stringify(powersOf(role))
}

const countOf = ({ roles, scopedRoles }: Held): number => roles.length + scopedRoles.length
