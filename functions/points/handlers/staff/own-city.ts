/** What every answer to staff begins with. */

import type { Session } from '../../../shared/access'
import { type KeyRefusal, readKey } from '../../../shared/idempotency'
import { cityThingId, digestOf, type Made } from '../../../shared/ids'
import type { Failure } from '../../../shared/problems'
import { err, ok, type Result } from '../../../shared/result'
import type { Staff } from '../../dependencies'

export type SecondPerson = { staff: Staff }

/** Refused where nobody else of the city could approve what this person would propose: it would wait for nothing. */
export async function secondPerson(
  { staff }: SecondPerson,
  { person }: Session,
  region: string,
): Promise<Result<null, Failure<'second-person-missing'>>> {
  const isThere = await staff.isHeldByAnother('gifts', { region, person })
  return isThere ? ok(null) : err({ code: 'second-person-missing' })
}

export type NewThing = {
  what: Made['what']
  region: string
  session: Session
  headers: Headers
  /** As it was parsed: the same key comes with the same request, or not at all. */
  body: unknown
}
export type Naming = { secret: () => Promise<string>; clock: () => number }

/** The id that this request's key gives, and a digest of what was asked for with it. */
export async function named(
  { secret, clock }: Naming,
  { what, region, session, headers, body }: NewThing,
): Promise<Result<{ id: string; asked: string }, Failure<KeyRefusal>>> {
  const key = readKey(headers.get('idempotency-key'), clock())
  if (!key.ok) return err({ code: key.error })
  const known = await secret()
  const id = cityThingId(known, { what, region, by: session.person, key: key.value })
  return ok({ id, asked: digestOf(known, body) })
}
