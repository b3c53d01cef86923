/**
 * Tells two callers apart without keeping who they are (docs/decisions/004-report-privacy.md): an address becomes an HMAC
 * under a random salt of the month; when the salt has expired nobody can compute the hash again, not even we.
 */
import { createHmac } from 'node:crypto'
import { parseItem, secondsOf, type Table } from '../aws/table'
import { addDays, type Day, startOfDay } from '../day'
import { err, ok, type Result } from '../result'
import * as z from '../zod'

const saltSchema = z.object({ salt: z.instanceof(Uint8Array) })
const countSchema = z.object({ count: z.int() })
type Random = (bytes: number) => Uint8Array

/** The same source under this month's salt, and under last month's where that still exists. */
export type SourceHashes = { current: string; previous: string | null }

type Window = {
  source: string
  today: Day
  /** What is counted, and in which span of time: its name is part of the hash, so that spans cannot be linked. */
  window: string
  limit: number
}
export type Counted = Window & {
  /** Ms since 1970 after which the count may vanish. */
  until: number
}

export const createSourceLimits = (table: Table, random: Random) => {
  const salts = new Map<string, Uint8Array>()

  const keptSalt = async (month: string): Promise<Uint8Array | null> => {
    const known = salts.get(month)
    if (known) return known
    const item = await table.get(saltKey(month), { consistent: true })
    if (!item) return null
    const { salt } = parseItem(saltSchema, item)
    salts.set(month, salt)
    return salt
  }

  const saltOf = async (today: Day): Promise<Uint8Array> => {
    const month = monthOf(today)
    const kept = await keptSalt(month)
    if (kept) return kept
    const item = { ...saltKey(month), salt: random(32), expiresAt: secondsOf(endOfNextMonth(today)) }
    // Of several functions that meet the new month together, one wins and the others read what it put.
    await table.transact([table.put(item, { ConditionExpression: 'attribute_not_exists(PK)' })])
    const put = await keptSalt(month)
    if (!put) throw new Error('the salt of the month did not stay')
    return put
  }

  return {
    /** Hashes over what the source is about, so that those of two subjects cannot be linked. */
    async sourceHashes(source: string, about: string, today: Day): Promise<SourceHashes> {
      const lastMonth = await keptSalt(monthOf(addDays(`${monthOf(today)}-01`, -1)))
      return {
        current: hashOf(await saltOf(today), `${about}|${source}`),
        previous: lastMonth && hashOf(lastMonth, `${about}|${source}`),
      }
    },

    /** Refused where the source has reached the limit of the window; counts nothing. Half a read unit. */
    async withinLimit({ source, today, window, limit }: Window): Promise<Result<undefined, 'rate-limited'>> {
      const hash = hashOf(await saltOf(today), `${window}|${source}`)
      const item = await table.get(sourceCountKey(hash, window), { consistent: false })
      const { count } = item ? parseItem(countSchema, item) : { count: 0 }
      return count < limit ? ok(undefined) : err('rate-limited')
    },

    /** Counts one more request of the source in the window; refused above the limit. */
    async countSource(counted: Counted): Promise<Result<undefined, 'rate-limited'>> {
      const { source, today, window, limit, until } = counted
      const hash = hashOf(await saltOf(today), `${window}|${source}`)
      const written = await table.updateOne(sourceCountKey(hash, window), {
        UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :limit',
        names: { '#count': 'count' },
        values: { ':one': 1, ':limit': limit, ':expiresAt': secondsOf(until) },
      })
      return written.ok ? ok(undefined) : err('rate-limited')
    },
  }
}

// The same in every table that counts sources.
const saltKey = (month: string) => ({ PK: 'salt', SK: month })
const sourceCountKey = (hash: string, window: string) => ({ PK: `source#${hash}`, SK: window })

const hashOf = (salt: Uint8Array, text: string) =>
  createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22)

const monthOf = (day: Day) => day.slice(0, 7)

/** What is counted in one month is compared with the month before, so a salt is kept for two. */
const endOfNextMonth = (today: Day): number => {
  const nextMonth = addDays(`${monthOf(today)}-01`, 32)
  const theOneAfter = addDays(`${monthOf(nextMonth)}-01`, 32)
  return startOfDay(`${monthOf(theOneAfter)}-01`)
}
