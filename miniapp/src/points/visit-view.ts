/** Checking in at a counter: what its screen says, and where that can be. Pure. */
import type { Role, ShownPlace } from '@contract/places'
import { rolesInForce } from '@functions/places/rules/roles'

export type Visit = { place: string; digits: string }

/** Where a visit earns: love-aid and post stations. */
export const visitedRoles: readonly Role[] = ['love-aid', 'post-station']

export function isVisited(place: Pick<ShownPlace, 'kind' | 'roles' | 'hours'>, today: string): boolean {
  return rolesInForce(place, today).some((role) => visitedRoles.includes(role))
}

/** Eight digits as one types them: whatever else stands between them is left out. */
export function typedDigits(text: string): { shown: string; digits: string | null } {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 8)
  return { shown: digits.replace(/^(\d{4})(?=\d)/, '$1 '), digits: digits.length === 8 ? digits : null }
}
