/** Where people are logged in. A session is the family of its refresh tokens, of which one is good at a time. */

import { type Item, parseItem, secondsOf, type Table, type Write } from '../../shared/aws/table'
import { TableUnavailable } from '../../shared/aws/unavailable'
import { type Retry, retry, retryOnConflict } from '../../shared/items/retry'
import { err, ok, type Result } from '../../shared/result'
import * as z from '../../shared/zod'
import { deviceSchema } from '../contract'
import type { Device } from '../rules/device'
import { type Family, judge, turned } from '../rules/family'
import { newId, type Random } from '../rules/ids'
import { type SessionKind, sessionKinds, untilAfter } from '../rules/session-kinds'
import { personPartition, sessionKey, sessionPrefix } from './keys'

const familySchema = z.object({
  id: z.string(),
  since: z.iso.datetime(),
  jti: z.string(),
  previous: z.nullable(z.string()),
  turnedAt: z.int(),
  until: z.int(),
  /** Sessions from before 0.4 have neither. Nobody knows how they began, so they are of the kind that may less. */
  kind: z._default(z.enum(['phone', 'desktop']), 'desktop'),
  device: z._default(deviceSchema, { system: null, browser: null }),
})
export type StoredSession = z.infer<typeof familySchema>

/** Sessions one person has at a time; the one used longest ago makes room. */
export const mostSessions = 10
/** Two phones with one refresh token at most, and a request sent again. */
const amongTwo = { rounds: 6, steady: 6 }

/** How a session begins, and on what. */
export type Begun = {
  kind: SessionKind
  device: Device
  /** The session that approved it, which never makes room for it. */
  letInBy?: string
  /** The session whose place it takes. */
  replaces?: string
}

export type SessionDependencies = { clock: () => number; random: Random }

export const sessionStore = (table: Table, { clock, random }: SessionDependencies) => {
  const readSession = async (person: string, id: string): Promise<StoredSession | null> => {
    const item = await table.get(sessionKey(person, id), { consistent: true })
    return item && sessionIn(item)
  }

  const everySessionOf = async (person: string): Promise<StoredSession[]> => {
    const items = await table.query(personPartition(person), sessionPrefix, { consistent: true })
    return items.map(sessionIn)
  }

  /** Those that are not over, the one used last first. */
  const sessionsOf = async (person: string): Promise<StoredSession[]> => {
    const now = clock()
    return (await everySessionOf(person))
      .filter(({ until }) => now < until)
      .sort((a, b) => b.turnedAt - a.turnedAt)
  }

  /** Null: another request traded the same token first, or the answer to this one was lost: read again. */
  const turn = async (person: string, session: StoredSession): Promise<StoredSession | null> => {
    const next = {
      ...session,
      ...turned(session, newId(random), clock(), untilAfter(session.kind, session.until, clock())),
    }
    const written = await table.updateOne(sessionKey(person, session.id), {
      UpdateExpression:
        'SET jti = :jti, previous = :previous, turnedAt = :turnedAt, #until = :until, expiresAt = :expiresAt',
      ConditionExpression: 'jti = :previous',
      names: { '#until': 'until' },
      values: {
        ':jti': next.jti,
        ':previous': session.jti,
        ':turnedAt': next.turnedAt,
        ':until': next.until,
        ':expiresAt': secondsOf(next.until),
      },
    })
    return written.ok ? next : null
  }

  return {
    readSession,
    sessionsOf,
    everySessionOf,

    /** Fragments that begin a session of the person, and the session; sessions too many are ended along. */
    async beginning(
      person: string,
      { kind, device, letInBy, replaces }: Begun,
    ): Promise<{ session: StoredSession; writes: Write[] }> {
      const now = clock()
      const family: Family = {
        jti: newId(random),
        previous: null,
        turnedAt: now,
        until: now + sessionKinds[kind].lifeMs,
      }
      const session = { id: newId(random), since: new Date(now).toISOString(), ...family, kind, device }
      const others = (await sessionsOf(person)).filter(({ id }) => id !== letInBy && id !== replaces)
      const tooMany = others.slice(mostSessions - (letInBy === undefined ? 1 : 2))
      const writes = [
        table.put(itemOf(person, session)),
        ...tooMany.map(({ id }) => table.remove(sessionKey(person, id))),
      ]
      return { session, writes }
    },

    /** The session with its next refresh token, see rules/family.ts; where it is `reused` it has to end. */
    async trade(person: string, id: string, jti: string): Promise<Result<StoredSession, 'ended' | 'reused'>> {
      const tryTrading = async (): Promise<Result<StoredSession, 'ended' | 'reused'> | Retry> => {
        const session = await readSession(person, id)
        const verdict = judge(session, jti, clock())
        if (session === null || verdict === 'ended') return err('ended')
        if (verdict === 'retry') return ok(session)
        if (verdict === 'reused') return err('reused')
        const next = await turn(person, session)
        return next ? ok(next) : retry
      }
      const traded = await retryOnConflict(table, tryTrading, amongTwo)
      if (!traded) throw new TableUnavailable('others kept trading the same session')
      return traded
    },

    /** Fragment: there is that session still. */
    stillRuns: (person: string, id: string): Write =>
      table.check(sessionKey(person, id), { ConditionExpression: 'attribute_exists(PK)' }),

    /** Fragment. */
    ending: (person: string, id: string): Write => table.remove(sessionKey(person, id)),

    /** Fragment: ends it; refused where it has ended already. */
    replacing: (person: string, id: string): Write =>
      table.remove(sessionKey(person, id), { ConditionExpression: 'attribute_exists(PK)' }),
  }
}

/** Of a kind that does not renew it is over when its life is, whatever stands in it: it may be from before there were kinds. */
const sessionIn = (item: Item): StoredSession => {
  const session = parseItem(familySchema, item)
  const { lifeMs, renews } = sessionKinds[session.kind]
  return renews ? session : { ...session, until: Math.min(session.until, Date.parse(session.since) + lifeMs) }
}

const itemOf = (person: string, session: StoredSession) => ({
  ...sessionKey(person, session.id),
  ...session,
  expiresAt: secondsOf(session.until),
})
