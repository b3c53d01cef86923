/** Somebody goes: nothing is left that leads to them. What they did as staff stays on record under an id that means nothing. */
import { err, ok, type Result } from '../../shared/result'
import type { Table, Write } from '../../shared/table'
import { noKey, openidKey, personKey, sessionKey } from '../store/keys'
import { type peopleStore, unchanged } from '../store/people'
import type { roleStore } from '../store/roles'
import type { sessionStore } from '../store/sessions'
import type { endingService } from './ending'

/** Sessions that end in the same transaction; nobody has more (`mostSessions`) but where many logins met. */
const endedAlong = 50

type Stores = Pick<ReturnType<typeof peopleStore>, 'inTurn' | 'readPerson'> &
  Pick<ReturnType<typeof roleStore>, 'cityWrites' | 'changingRoles'> &
  Pick<ReturnType<typeof sessionStore>, 'sessionsOf'> &
  Pick<ReturnType<typeof endingService>, 'endSessions'>

export const leavingService = (table: Table, stores: Stores) => ({
  /** Takes every role, city by city; refused where the person is the last who can grant any. */
  async giveUpRoles(id: string): Promise<Result<undefined, 'last-admin'>> {
    const regions = new Set((await stores.readPerson(id))?.roles.map(({ region }) => region))
    for (const region of regions) {
      const given = await stores.inTurn(id, async (person) => {
        if (!person) return ok({ writes: [], value: undefined })
        const roles = person.roles.filter((role) => role.region !== region)
        const writes = await stores.changingRoles(person, { region, roles, by: id, deed: 'left' })
        return writes ? ok({ writes, value: undefined }) : err('last-admin' as const)
      })
      if (!given.ok) return given
    }
    return ok(undefined)
  },

  /** The person, the links that lead to them and the sessions, at once. Refused if they were given a role meanwhile. */
  async removePerson(id: string): Promise<Result<undefined, 'holds-roles'>> {
    const removed = await stores.inTurn(id, async (person) => {
      if (!person) return ok({ writes: [], value: undefined })
      if (person.roles.length > 0) return err('holds-roles' as const)
      const sessions = (await stores.sessionsOf(id)).slice(0, endedAlong)
      const writes: Write[] = [
        table.remove(personKey(id), unchanged(person)),
        table.remove(openidKey(person.openid)),
        table.remove(noKey(person.no)),
        ...sessions.map((session) => table.remove(sessionKey(id, session.id))),
      ]
      return ok({ writes, value: undefined })
    })
    if (removed.ok) await stores.endSessions(id)
    return removed
  },
})
