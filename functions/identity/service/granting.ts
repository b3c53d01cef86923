/** Granting and revoking roles, each with its record and the city's list of admins in one transaction. */
import { err, ok, type Result } from '../../shared/result'
import type { Role, RoleKind } from '../contract'
import { fitToken, roleOf, withoutRole, withRole } from '../rules/roles'
import type { Person, peopleStore } from '../store/people'
import type { roleStore } from '../store/roles'

type Grant = { to: string; role: Role; by: string | null }
type Revocation = { from: string; region: string; kind: RoleKind; by: string }

type Stores = {
  people: Pick<ReturnType<typeof peopleStore>, 'inTurn'>
  roles: Pick<ReturnType<typeof roleStore>, 'changingRoles'>
}

export const grantingService = ({ people, roles }: Stores) => ({
  /** Grants the role, or changes the one of its kind in its city. Doing it again changes nothing. */
  grantRole: ({
    to,
    role,
    by,
  }: Grant): Promise<Result<Person, 'unknown-person' | 'last-admin' | 'too-many-roles'>> =>
    people.inTurn(to, async (person) => {
      if (!person || person.leaving) return err('unknown-person' as const)
      if (isSame(roleOf(person.roles, role.region, role.kind), role)) return ok({ writes: [], value: person })
      const held = withRole(person.roles, role)
      if (!fitToken(held)) return err('too-many-roles' as const)
      const change = { region: role.region, roles: held, by, action: 'granted' } as const
      const writes = await roles.changingRoles(person, change)
      return writes ? ok({ writes, value: { ...person, roles: held } }) : err('last-admin' as const)
    }),

  /** Taking away what is not held changes nothing. */
  revokeRole: ({
    from,
    region,
    kind,
    by,
  }: Revocation): Promise<Result<undefined, 'unknown-person' | 'last-admin'>> =>
    people.inTurn(from, async (person) => {
      if (!person) return err('unknown-person' as const)
      if (!roleOf(person.roles, region, kind)) return ok({ writes: [], value: undefined })
      const change = {
        region,
        roles: withoutRole(person.roles, region, kind),
        by,
        action: 'revoked',
      } as const
      const writes = await roles.changingRoles(person, change)
      return writes ? ok({ writes, value: undefined }) : err('last-admin' as const)
    }),
})

/** Both were parsed by one schema, so their fields stand in the same order. */
const isSame = (a: Role | null, b: Role) => JSON.stringify(a) === JSON.stringify(b)
