/**
 * What was read of somebody's own (account, orders, entries) stays on this phone for that person alone: whoever logs out
 * takes it along, and whoever logs in finds nothing of the one before. It stays where a session ran out, for the same
 * person to log in to again in this visit.
 */
import * as z from '@common/zod'
import { session } from '@/shared/session/session'
import { phoneStore } from '@/shared/storage/storage'
import { createLastSeen, type LastSeen } from './last-seen'

const ownThings = ['account', 'orders', 'entries'] as const

/** `{person} {what}` */
export const ownName = (person: string, what: string): string => `${person} ${what}`

function isOfWhoIsLoggedIn(name: string): boolean {
  const { me } = session.get()
  return me !== null && name.startsWith(ownName(me.id, ''))
}

/** As `createLastSeen`, by names as `ownName` makes them: an answer that comes after its person has left is not kept. */
export function createOwnSeen<T>(
  what: (typeof ownThings)[number],
  schema: z.ZodMiniType<T>,
): Pick<LastSeen<T>, 'read' | 'write'> {
  const seen = createLastSeen(phoneStore, what, schema)
  return {
    read: seen.read,
    write(name, value, readAt) {
      if (isOfWhoIsLoggedIn(name)) seen.write(name, value, readAt)
    },
  }
}

/** Once, when the program starts: who logs out may never have opened a page of points in this visit. */
export function forgetOthersSeen(): void {
  session.subscribe(forget)
  forget()
}

function forget(): void {
  const { me, hasEnded } = session.get()
  if (!me && hasEnded) return
  for (const what of ownThings) createLastSeen(phoneStore, what, z.unknown()).retain(isOfWhoIsLoggedIn)
}
