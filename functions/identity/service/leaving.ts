/**
 * The first and the last step of deleting a person. The first sets a mark that ends every session and refuses logins; the privacy job
 * (privacy.ts) erases the rest. What they did as staff stays on record under an id that leads to nobody.
 */

import type { Table, Write } from '../../shared/aws/table'
import { TableUnavailable } from '../../shared/aws/unavailable'
import { err, ok, type Result } from '../../shared/result'
import { type Held, heldBy, holdsAny } from '../rules/roles'
import { noKey, openidKey, personKey, sessionKey } from '../store/keys'
import type { leavingStore } from '../store/leaving'
import { changePerson, type Person, type peopleStore, unchanged } from '../store/people'
import type { roleStore } from '../store/roles'
import type { sessionStore } from '../store/sessions'
import type { endingService } from './ending'

/** Sessions that end with the mark; nobody has more (`mostSessions`) but where many logins met, and the job ends those. */
const endedAlong = 50
/** Of giving up roles, where somebody keeps granting them. */
const maxAttempts = 3

type Stores = Pick<ReturnType<typeof peopleStore>, 'inTurn' | 'readPerson'> &
  Pick<ReturnType<typeof roleStore>, 'changingRoles'> &
  Pick<ReturnType<typeof sessionStore>, 'everySessionOf'> &
  Pick<ReturnType<typeof endingService>, 'endSessions'> &
  Pick<ReturnType<typeof leavingStore>, 'putLeaving' | 'removeLeaving'>

export const leavingService = (table: Table, stores: Stores, { clock }: { clock: () => number }) => {
  /** Takes every role, city by city; refused where the person is the last who can grant any. */
  const giveUpRoles = async (id: string): Promise<Result<undefined, 'last-admin'>> => {
    const leaver = await stores.readPerson(id)
    const all = leaver ? heldBy(leaver) : { roles: [], scopedRoles: [] }
    const regions = new Set([...all.roles, ...all.scopedRoles].map(({ region }) => region))
    for (const region of regions) {
      const given = await stores.inTurn(id, async (person) => {
        if (!person) return ok({ writes: [], value: undefined })
        const held = outside(heldBy(person), region)
        const writes = await stores.changingRoles(person, { region, held, by: id, action: 'left' })
        return writes ? ok({ writes, value: undefined }) : err('last-admin' as const)
      })
      if (!given.ok) return given
    }
    return ok(undefined)
  }

  const marking = async (person: Person): Promise<Write[]> => {
    const sessions = (await stores.everySessionOf(person.id)).slice(0, endedAlong)
    return [
      changePerson(table, person, { leaving: new Date(clock()).toISOString() }),
      stores.putLeaving(person.id),
      ...sessions.map((session) => table.remove(sessionKey(person.id, session.id))),
    ]
  }

  /** Refused if they were given a role meanwhile. */
  const mark = (id: string): Promise<Result<undefined, 'holds-roles'>> =>
    stores.inTurn(id, async (person) => {
      if (!person || person.leaving) return ok({ writes: [], value: undefined })
      if (holdsAny(heldBy(person))) return err('holds-roles' as const)
      return ok({ writes: await marking(person), value: undefined })
    })

  return {
    /** The roles, because that alone can be refused; then the mark, which ends the sessions. After it nothing is refused. */
    async beginLeaving(id: string): Promise<Result<undefined, 'last-admin'>> {
      for (let round = 1; round <= maxAttempts; round++) {
        const given = await giveUpRoles(id)
        if (!given.ok) return given
        if ((await mark(id)).ok) return ok(undefined)
      }
      throw new TableUnavailable('somebody kept granting roles to a person who leaves')
    },

    /** The last step: the person, the links that lead to them and the mark, at once. No session can begin any more. */
    async removePerson(id: string): Promise<void> {
      await stores.endSessions(id)
      await stores.inTurn<undefined, never>(id, async (person) => {
        if (!person) return ok({ writes: [], value: undefined })
        const writes = [
          table.remove(personKey(id), unchanged(person)),
          table.remove(openidKey(person.openid)),
          table.remove(noKey(person.no)),
          stores.removeLeaving(id),
        ]
        return ok({ writes, value: undefined })
      })
    },
  }
}

const outside = ({ roles, scopedRoles }: Held, region: string): Held => ({
  roles: roles.filter((role) => role.region !== region),
  scopedRoles: scopedRoles.filter((role) => role.region !== region),
})
