/** Granting and revoking roles, each with its record and the city's list of admins in one transaction. */
import { err, ok, type Result } from '../../shared/result'
import { isSameScope, type Scope } from '../../shared/scope'
import type { Role, RoleKind } from '../contract'
import {
  fitToken,
  type Held,
  heldBy,
  roleOf,
  withoutRole,
  withoutScoped,
  withRole,
  withScoped,
} from '../rules/roles'
import type { Person, peopleStore } from '../store/people'
import type { roleStore } from '../store/roles'

/** `scope`: the staff's powers hold in that part of the city alone. `by`: null for whoever runs the command line. */
type Grant = { to: string; role: Role; scope?: Scope; by: string | null }
type Revocation = { from: string; region: string; kind: RoleKind; scope?: Scope; by: string }

type Stores = {
  people: Pick<ReturnType<typeof peopleStore>, 'inTurn'>
  roles: Pick<ReturnType<typeof roleStore>, 'changingRoles'>
}

export const grantingService = ({ people, roles }: Stores) => ({
  /** Grants the role, or changes the one of its kind in its city or scope. Doing it again changes nothing. */
  grantRole: ({
    to,
    by,
    ...grant
  }: Grant): Promise<Result<Person, 'unknown-person' | 'last-admin' | 'too-many-roles'>> =>
    people.inTurn(to, async (person) => {
      if (!person || person.leaving) return err('unknown-person' as const)
      const before = heldBy(person)
      if (isHeld(before, grant)) return ok({ writes: [], value: person })
      const held = granted(before, grant)
      if (!fitToken(held)) return err('too-many-roles' as const)
      const change = { region: grant.role.region, held, by, action: 'granted' } as const
      const writes = await roles.changingRoles(person, change)
      return writes ? ok({ writes, value: { ...person, ...held } }) : err('last-admin' as const)
    }),

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
})

/** A grant to nobody in particular. */
type Granted = Pick<Grant, 'role' | 'scope'>

function granted({ roles, scopedRoles }: Held, { role, scope }: Granted): Held {
  if (scope === undefined) return { scopedRoles, roles: withRole(roles, role) }
  const powers = role.kind === 'staff' ? role.powers : []
  return { roles, scopedRoles: withScoped(scopedRoles, { region: role.region, scope, powers }) }
}

function isHeld({ roles, scopedRoles }: Held, { role, scope }: Granted): boolean {
  // Both were parsed by one schema, so their fields stand in the same order.
  if (scope === undefined)
    return JSON.stringify(roleOf(roles, role.region, role.kind)) === JSON.stringify(role)
  const existing = scopedRoles.find((one) => one.region === role.region && isSameScope(one.scope, scope))
  const powers = role.kind === 'staff' ? role.powers : []
  return JSON.stringify(existing?.powers) === JSON.stringify(powers)
}

const countOf = ({ roles, scopedRoles }: Held): number => roles.length + scopedRoles.length
