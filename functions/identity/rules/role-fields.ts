/** What somebody holds in a city, field by field, as the record of what staff did tells it. */
import type { Role } from '../contract'
import type { Held } from './roles'

type Fields = Record<string, string>

/** What the one and the other hold of any of the fields, where there is nothing as empty text. */
export function fieldsBetween(before: Held, after: Held): { before: Fields; after: Fields } {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const none = Object.fromEntries(Object.keys({ ...was, ...is }).map((field) => [field, '']))
  return { before: { ...none, ...was }, after: { ...none, ...is } }
}

/**
 * Staff's powers as `powers`, or `powers.{kind}.{id}` within a part of the city; the outlets or districts of other roles by
 * the role's kind. Lists are joined by commas.
 */
const fieldsOf = ({ roles, scopedRoles }: Held): Fields =>
  Object.fromEntries([
    ...roles.map(fieldOf),
    ...scopedRoles.map(({ scope, powers }) => [`powers.${scope.kind}.${scope.id}`, powers.join(',')]),
  ])

function fieldOf(role: Role): [field: string, value: string] {
  switch (role.kind) {
    case 'owner':
    case 'salesperson':
      return [role.kind, role.outlets.join(',')]
    case 'manager':
      return [role.kind, role.districts.join(',')]
    case 'staff':
      return ['powers', role.powers.join(',')]
  }
}
