/** Who asks, as an access token tells it, and what their roles let them do. */
import type { Power, Role } from '../identity/contract'
import type { Result } from './result'

/** Parsed from an access token whose signature and times were checked. */
export type Session = {
  /** Person id. */
  person: string
  /** Id of the session (of its family of refresh tokens). */
  id: string
  roles: readonly Role[]
}

/** Reads the header `Authorization`; null where there is none. A token that is not good is refused, never ignored. */
export type SessionReader = (headers: Headers) => Promise<Result<Session | null, 'unauthenticated'>>

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
