/**
 * How often somebody may be wrong. A try is counted before it is looked at, and given back if it was right: however many
 * are sent at the same moment, no more wrong ones are looked at than the limit says.
 */

import { createAttempts } from '../aws/deadline'
import { type Key, parseItem, secondsOf, type Table } from '../aws/table'
import { TableUnavailable } from '../aws/unavailable'
import { err, ok, type Result } from '../result'
import * as z from '../zod'

/** `who` is wrong about `what` at most `limit` times within `spanMs`; the last of them locks for as long again. */
export type Lock = { what: string; who: string; limit: number; spanMs: number }
/** A try that was let through; says how many there were within the span, with this one. */
export type Try = { lock: Lock; count: number }
/** Seconds until one may try again. */
export type Locked = { retryAfter: number }
export type Lockouts = ReturnType<typeof lockouts>

const triesSchema = z.object({ since: z.int(), count: z.int() })
const names = { '#count': 'count' }

/** Where the tries of somebody at something stand in the table of their domain. */
const triesKey = (what: string, who: string): Key => ({ PK: `tries#${what}#${who}`, SK: 'tries' })

export const lockouts = (table: Table, clock: () => number) => {
  const oneMore = async ({ what, who, limit, spanMs }: Lock): Promise<number | null> => {
    const counted = await table.updateOne(triesKey(what, who), {
      UpdateExpression: 'SET #count = #count + :one',
      ConditionExpression: 'since > :edge AND #count < :limit',
      names,
      values: { ':one': 1, ':edge': clock() - spanMs, ':limit': limit },
    })
    return counted.ok ? parseItem(triesSchema, counted.value).count : null
  }

  const firstOfSpan = async ({ what, who, spanMs }: Lock): Promise<boolean> => {
    const now = clock()
    const begun = await table.updateOne(triesKey(what, who), {
      UpdateExpression: 'SET #count = :one, since = :now, expiresAt = :expiresAt',
      ConditionExpression: 'attribute_not_exists(PK) OR since <= :edge',
      names,
      values: {
        ':one': 1,
        ':now': now,
        ':edge': now - spanMs,
        // Twice the span: a lock begins with the last wrong try, and lasts another one.
        ':expiresAt': secondsOf(now + 3 * spanMs),
      },
    })
    return begun.ok
  }

  /** Null: not locked after all, somebody began a new span in between. */
  const lockedFor = async ({ what, who, limit, spanMs }: Lock): Promise<number | null> => {
    const item = await table.get(triesKey(what, who), { consistent: true })
    if (!item) return null
    const { since, count } = parseItem(triesSchema, item)
    const left = since + spanMs - clock()
    return count >= limit && left > 0 ? Math.ceil(left / 1000) : null
  }

  return {
    async begin(lock: Lock): Promise<Result<Try, Locked>> {
      const attempts = createAttempts()
      do {
        attempts.begin()
        const count = await oneMore(lock)
        if (count !== null) return ok({ lock, count })
        if (await firstOfSpan(lock)) return ok({ lock, count: 1 })
        const retryAfter = await lockedFor(lock)
        if (retryAfter !== null) return err({ retryAfter })
      } while (attempts.pauseLeft() !== null)
      throw new TableUnavailable('others began and ended a span at every try')
    },

    /** The try was right, and does not count. */
    async forgive({ lock }: Try): Promise<void> {
      await table.updateOne(triesKey(lock.what, lock.who), {
        UpdateExpression: 'SET #count = #count - :one',
        ConditionExpression: '#count > :zero',
        names,
        values: { ':one': 1, ':zero': 0 },
      })
    },

    /** The try was wrong. True: it was the last one allowed, and has locked from now on. */
    async wrong({ lock, count }: Try): Promise<boolean> {
      if (count < lock.limit) return false
      const locked = await table.updateOne(triesKey(lock.what, lock.who), {
        UpdateExpression: 'SET since = :now',
        ConditionExpression: '#count >= :limit',
        names,
        values: { ':now': clock(), ':limit': lock.limit },
      })
      return locked.ok
    },
  }
}
