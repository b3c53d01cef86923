/** The responses about a person and a session, and the check that a session is still valid. */

import type { Session } from '../../shared/access/access'
import type { Failure } from '../../shared/http/problems'
import { err, ok, type Result } from '../../shared/result'
import { accessToken, refreshToken } from '../../shared/session/signing'
import type { Me, SessionResponse } from '../contract'
import type { IdentityService, Person, StoredSession } from '../service'
import { lifeLeft, type Tokens } from './tokens'

export const toMe = ({ id, no, since, roles, scopedRoles = [], consents, age, names }: Person): Me => ({
  id,
  no,
  since,
  roles,
  ...(scopedRoles.length > 0 && { scopedRoles }),
  consents,
  age,
  ...(names && { names }),
})

/** Both tokens, with the roles as they are now. */
export async function toSessionResponse(
  tokens: Tokens,
  person: Person,
  session: StoredSession,
  now: number,
): Promise<SessionResponse> {
  const [access, refresh] = await Promise.all([
    tokens.access(person, session),
    tokens.refresh(person, session),
  ])
  return {
    access,
    expiresIn: lifeLeft(accessToken.lifeSeconds, session, now),
    refresh,
    refreshExpiresIn: lifeLeft(refreshToken.lifeSeconds, session, now),
    me: toMe(person),
  }
}

/**
 * The person of a session that is still valid. Other domains check only roles for revocation (functions/shared/session/revocation.ts) and
 * accept access tokens of citizens until they expire; here, where accounts are deleted and roles granted, an ended session is refused
 * at once.
 */
export async function present(
  store: Pick<IdentityService, 'readPerson' | 'readSession'>,
  { person: id, id: sessionId }: Session,
  clock: () => number,
): Promise<Result<Person, Failure<never>>> {
  const here = await presentSession(store, { person: id, id: sessionId }, clock)
  return here.ok ? ok(here.value.person) : here
}

/** The same with the session. */
export async function presentSession(
  store: Pick<IdentityService, 'readPerson' | 'readSession'>,
  { person: id, id: sessionId }: Pick<Session, 'person' | 'id'>,
  clock: () => number,
): Promise<Result<{ person: Person; session: StoredSession }, Failure<never>>> {
  const [person, session] = await Promise.all([store.readPerson(id), store.readSession(id, sessionId)])
  return person && !person.leaving && session && clock() < session.until
    ? ok({ person, session })
    : err({ code: 'unauthenticated' })
}
