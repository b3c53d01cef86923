/** Ends sessions and revokes their access tokens in one transaction, so that nobody is half logged out and no refresh comes in between. */

import { maxWrites, type Table } from '../../shared/aws/table'
import { ok } from '../../shared/result'
import { heldBy, holdsAny } from '../rules/roles'
import { type peopleStore, revokeAccess } from '../store/people'
import type { sessionStore } from '../store/sessions'

/** Beside the person and the mark. */
const endedAtOnce = maxWrites - 2

type Stores = Pick<ReturnType<typeof peopleStore>, 'inTurn'> &
  Pick<ReturnType<typeof sessionStore>, 'everySessionOf' | 'ending'>

export const endingService = (table: Table, stores: Stores, { clock }: { clock: () => number }) => {
  const end = async (id: string, sessions: readonly string[]): Promise<void> => {
    await stores.inTurn(id, async (person) => {
      const marked = person && holdsAny(heldBy(person)) ? revokeAccess(table, person, {}, clock()) : []
      return ok({
        writes: [...marked, ...sessions.map((session) => stores.ending(id, session))],
        value: undefined,
      })
    })
  }

  return {
    endSession: (person: string, session: string) => end(person, [session]),

    async endSessions(person: string): Promise<void> {
      const all = await stores.everySessionOf(person)
      // Nobody has more than ten of them, but where many logins met.
      for (let at = 0; at === 0 || at < all.length; at += endedAtOnce)
        await end(
          person,
          all.slice(at, at + endedAtOnce).map(({ id }) => id),
        )
    },
  }
}
