/** Roles as data: what a grant and a revocation make of them. A person has at most one role of each kind in a city. */
import { isSameScope, liesIn, type Scope } from '../../shared/access/scope'
import type { Role, RoleKind, ScopedRole } from '../contract'

/**
 * Bytes of JSON that the roles of one person can take up. They travel in every access token, and API Gateway takes no more
 * than 10,240 bytes of headers (Amazon API Gateway quotas, HTTP API); base 64 makes a third more of them.
 */
const mostBytes = 5_000

/** All roles of a person. */
export type Held = { roles: Role[]; scopedRoles: ScopedRole[] }

export const heldBy = ({ roles, scopedRoles = [] }: { roles: Role[]; scopedRoles?: ScopedRole[] }): Held => ({
  roles,
  scopedRoles,
})

export const holdsAny = ({ roles, scopedRoles }: Held): boolean => roles.length + scopedRoles.length > 0

export const fitToken = ({ roles, scopedRoles }: Held): boolean =>
  new TextEncoder().encode(JSON.stringify([roles, scopedRoles])).length <= mostBytes

export const heldIn = ({ roles, scopedRoles }: Held, region: string): Held => ({
  roles: rolesIn(roles, region),
  scopedRoles: scopedRoles.filter((role) => role.region === region),
})

export const rolesIn = (roles: readonly Role[], region: string): Role[] =>
  roles.filter((role) => role.region === region)

export const roleOf = (roles: readonly Role[], region: string, kind: RoleKind): Role | null =>
  roles.find((role) => role.region === region && role.kind === kind) ?? null

/** With the role, in the place of the one of that kind in that city. */
export const withRole = (roles: readonly Role[], role: Role): Role[] => [
  ...withoutRole(roles, role.region, role.kind),
  role,
]

export const withoutRole = (roles: readonly Role[], region: string, kind: RoleKind): Role[] =>
  roles.filter((role) => role.region !== region || role.kind !== kind)

/** With the powers within the scope, in the place of those that were held there. */
export const withScoped = (roles: readonly ScopedRole[], role: ScopedRole): ScopedRole[] => [
  ...withoutScoped(roles, role.region, role.scope),
  role,
]

export const withoutScoped = (roles: readonly ScopedRole[], region: string, scope: Scope): ScopedRole[] =>
  roles.filter((role) => role.region !== region || !isSameScope(role.scope, scope))

/** Why no role can be granted within the scope: the field and the reason; null if it can. */
export function scopeProblem(role: Role, scope: Scope): { field: string; message: string } | null {
  if (role.kind !== 'staff') return { field: 'scope', message: 'is for staff alone' }
  if (!liesIn(scope, role.region)) return { field: 'scope.id', message: 'must be a part of the role’s city' }
  // Whoever grants roles in a part of the city would grant them in the city.
  return role.powers.includes('admin')
    ? { field: 'role.powers', message: 'admin holds in a whole city' }
    : null
}

/** Cities in which these roles grant and revoke. */
export const adminOf = (roles: readonly Role[]): string[] =>
  roles.flatMap((role) => (role.kind === 'staff' && role.powers.includes('admin') ? [role.region] : []))

export const isAdmin = (roles: readonly Role[], region: string): boolean => adminOf(roles).includes(region)

/** What of a role does not belong to its city; null if all does. An admin of one city must not reach into another. */
export function strayOf(role: Role): string | null {
  if (role.kind !== 'owner' && role.kind !== 'salesperson') return null
  return role.outlets.find((outlet) => !outlet.startsWith(`${role.region}-`)) ?? null
}

/** Twice the same outlet, district or power says no more than once. */
export function tidied(role: Role): Role {
  switch (role.kind) {
    case 'owner':
    case 'salesperson':
      return { ...role, outlets: [...new Set(role.outlets)] }
    case 'manager':
      return { ...role, districts: [...new Set(role.districts)] }
    case 'staff':
      return { ...role, powers: [...new Set(role.powers)] }
  }
}

/** The admins of a city after a change of roles; null if its last admin would go, as nobody could grant roles any more. */
export function adminsAfter(
  admins: readonly string[],
  person: string,
  becomesAdmin: boolean,
): string[] | null {
  const others = admins.filter((one) => one !== person)
  if (becomesAdmin) return [...others, person]
  return others.length === 0 && admins.length > 0 ? null : others
}
