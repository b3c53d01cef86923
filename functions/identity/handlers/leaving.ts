/** What a person can see of themself in full, and make disappear. */
import { err, ok } from '../../shared/result'
import type { HandlerOf } from '../../shared/router'
import { TableUnavailable } from '../../shared/unavailable'
import type { identityOperations } from '../operations'
import { meOf, present } from '../service/present'
import type { IdentityStore } from '../store'

/** What the points domain offers for this, see functions/points/fragments.ts. */
export type Holdings = {
  /** By city, all that is held about the person. */
  of: (person: string) => Promise<Record<string, unknown>[]>
  /** Writes off what is left and closes every account. Doing it again changes nothing. */
  close: (person: string, at: number) => Promise<void>
}

/** What the audit domain offers for this, see functions/audit/fragments.ts. */
export type OwnActs = {
  /** What the person did as staff. */
  of: (person: string) => Promise<{ list: Record<string, unknown>[]; more: boolean }>
}

/** What the places domain offers for this, see functions/places/fragments.ts. */
export type Reporters = {
  /** The person's open reports. */
  of: (person: string) => Promise<Record<string, unknown>[]>
  /** Takes the person and their words out of them. Doing it again changes nothing. */
  forget: (person: string, at: number) => Promise<void>
}

type Dependencies = {
  store: IdentityStore
  holdings: Holdings
  acts: OwnActs
  reporters: Reporters
  clock: () => number
}

export const handleExport =
  ({
    store,
    holdings,
    acts: ownActs,
    reporters,
    clock,
  }: Dependencies): HandlerOf<typeof identityOperations.export> =>
  async ({ session }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    const { id, openid } = person.value
    const [sessions, points, acts, reports, roleChanges] = await Promise.all([
      store.sessionsOf(id),
      holdings.of(id),
      ownActs.of(id),
      reporters.of(id),
      store.ownRoleChanges(id),
    ])
    return ok({
      json: {
        at: new Date(clock()).toISOString(),
        me: meOf(person.value),
        sessions: sessions.map(({ id, since, turnedAt, kind, device }) => ({
          id,
          since,
          lastUsed: new Date(turnedAt).toISOString(),
          kind,
          device,
          current: id === session.id,
        })),
        openid,
        points,
        reports,
        roleChanges,
        acts,
      },
      headers: { 'content-disposition': 'attachment; filename="fuyi.json"' },
    })
  }

/**
 * Roles first, because that alone can be refused; then the accounts and the reports, which can be closed twice; the person last, so that
 * whoever is cut off in the middle is still logged in and can ask again.
 */
export const handleDeleteMe =
  ({ store, holdings, reporters, clock }: Dependencies): HandlerOf<typeof identityOperations.deleteMe> =>
  async ({ session }) => {
    // Asked again because the answer was lost: there is nobody left, and that is what was wanted.
    if (!(await store.readPerson(session.person))) return ok({ json: { ok: true } })
    const person = await present(store, session, clock)
    if (!person.ok) return person
    for (let round = 1; round <= maxRounds; round++) {
      const given = await store.giveUpRoles(session.person)
      if (!given.ok) return err({ code: given.error, detail: 'Give somebody else the power first.' })
      await holdings.close(session.person, clock())
      await reporters.forget(session.person, clock())
      if ((await store.removePerson(session.person)).ok) return ok({ json: { ok: true } })
    }
    throw new TableUnavailable('somebody kept granting roles to a person who leaves')
  }

const maxRounds = 3
