/** Whether somebody is let in to an operation at all, before it is looked at what they ask. */

import { actingNobody, actingPersonHeader } from '../contract'
import type { Access, Operation } from '../declaration/operation'
import type { RequestHeaders } from '../http/messages'
import { err, ok, type Result } from '../result'
import type { SessionReader } from '../session/session'
import { isFresh, type Session } from './access'
import { powersOf } from './permission'

type Refusal = 'unauthenticated' | 'another-person' | 'forbidden' | 'fresh-approval-needed'

/** Who asks, if they may ask this at all; whose object it is, only the answer can know. */
export async function admit(
  { access, fresh, within }: Pick<Operation, 'access' | 'fresh' | 'within'>,
  sessions: SessionReader,
  headers: RequestHeaders,
  clock: () => number,
): Promise<Result<Session | null, Refusal>> {
  if (access === 'public') return ok(null)
  const session = await sessions.read(headers)
  if (!session.ok) return session
  const shownTo = headers.get(actingPersonHeader)
  const isOther = shownTo !== null && shownTo !== (session.value?.person ?? actingNobody)
  if (access === 'known') return isOther ? err('another-person') : session
  if (session.value === null) return err('unauthenticated')
  if (isOther) return err('another-person')
  const isNarrow = within !== undefined && holdsPart(session.value, access)
  if (!holds(session.value, access) && !isNarrow) return err('forbidden')
  return fresh && !isFresh(session.value, clock()) ? err('fresh-approval-needed') : session
}

function holds({ roles }: Session, access: Access): boolean {
  if (access === 'outlet') return roles.some(({ kind }) => kind === 'owner' || kind === 'salesperson')
  if (access === 'person') return true
  return roles.some(
    (role) =>
      role.kind === 'staff' &&
      (access === 'staff' || role.powers.some((power) => powersOf(access).includes(power))),
  )
}

/** Of some part of a city: for operations that are done within one. */
const holdsPart = ({ scopedRoles = [] }: Session, access: Access): boolean =>
  scopedRoles.some(({ powers }) => powers.some((power) => powersOf(access).includes(power)))
