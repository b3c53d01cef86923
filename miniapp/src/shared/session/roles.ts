/** What roles allow, as far as the phone needs it to show pages. The server checks again. */
import type { Me, Power, Role } from '@contract/identity'

type OfKind<Kind extends Role['kind']> = Extract<Role, { kind: Kind }>
type OutletRole = OfKind<'owner'> | OfKind<'salesperson'>

/** Ids of the outlets where they stand behind the counter, as owner or salesperson; each once. */
export function outletsOf(me: Me | null): string[] {
  const roles = (me?.roles ?? []).filter(isOfOutlet)
  return [...new Set(roles.flatMap(({ outlets }) => outlets))]
}

/** Cities of which they are staff, with what they may do there. */
export function staffOf(me: Me | null): { region: string; powers: readonly Power[] }[] {
  return (me?.roles ?? []).filter(isStaff).map(({ region, powers }) => ({ region, powers }))
}

const isOfOutlet = (role: Role): role is OutletRole => role.kind === 'owner' || role.kind === 'salesperson'
const isStaff = (role: Role): role is OfKind<'staff'> => role.kind === 'staff'
