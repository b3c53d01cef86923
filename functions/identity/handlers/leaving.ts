/** What a person can see of themself in full, and make disappear. */

import type { Invoke } from '../../shared/aws/invoke'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { ExportPart } from '../contract'
import type { identityOperations } from '../operations'
import type { IdentityService } from '../service'
import { present, toMe } from '../service/present'
import type { PrivacyRequest } from '../service/privacy'

type Dependencies = {
  store: IdentityService
  /** What the other domains hold of the person. */
  exported: (person: string) => Promise<ExportPart>
  /** The privacy job. */
  privacy: Invoke
  clock: () => number
}

/** Milliseconds that the answer waits for the privacy job, which goes on all the same. */
export const privacyTimeoutMs = 7_000
/** Seconds. */
const retryAfter = 10

export const handleExport =
  ({ store, exported, clock }: Dependencies): HandlerOf<typeof identityOperations.export> =>
  async ({ session }) => {
    const person = await present(store, session, clock)
    if (!person.ok) return person
    const { id, openid } = person.value
    const [sessions, parts, roleChanges] = await Promise.all([
      store.sessionsOf(id),
      exported(id),
      store.ownRoleChanges(id),
    ])
    return ok({
      json: {
        at: new Date(clock()).toISOString(),
        me: toMe(person.value),
        sessions: sessions.map(({ id, since, turnedAt, kind, device }) => ({
          id,
          since,
          lastUsed: new Date(turnedAt).toISOString(),
          kind,
          device,
          current: id === session.id,
        })),
        openid,
        roleChanges,
        ...parts,
        points: parts.points ?? [],
      },
      headers: { 'content-disposition': 'attachment; filename="fuyi.json"' },
    })
  }

/**
 * The mark first, which ends every session and refuses logins; then waits for the privacy job. A caller who gets 503 may repeat
 * the request with the same token; the job goes on by its schedule in any case.
 */
export const handleDeleteMe =
  ({ store, privacy, clock }: Dependencies): HandlerOf<typeof identityOperations.deleteMe> =>
  async ({ session, origin }) => {
    const kept = await store.readPerson(session.person)
    // Asked again because the answer was lost: there is nobody left, and that is what was wanted.
    if (!kept) return ok({ json: { ok: true } })
    if (!kept.leaving) {
      const person = await present(store, session, clock)
      if (!person.ok) return person
      const begun = await store.beginLeaving(session.person)
      if (!begun.ok) return err({ code: begun.error, detail: 'Give somebody else the power first.' })
    }
    const request: PrivacyRequest = { person: session.person, requestId: origin.requestId }
    const finished = await privacy(request)
    return finished.ok ? ok({ json: { ok: true } }) : err({ code: 'unavailable', retryAfter })
  }
