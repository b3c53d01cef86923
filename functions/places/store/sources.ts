/**
 * Tells two reporters apart without keeping who they are (docs/decisions/004-report-privacy.md): an address becomes an
 * HMAC under a random salt of the month, over what is reported, so that hashes of two places or of two facts cannot be
 * linked; when the salt has expired nobody can compute the hash again, not even we.
 */
import { createHmac } from 'node:crypto'
import { addDays, type Day, dayMs, dayOf, startOfDay } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import { parseItem, secondsOf, type Table } from '../../shared/table'
import * as z from '../../shared/zod'
import { saltKey, sourceCountKey } from './keys'

/** Reports that one source may send in a day, counted or not. */
export const reportsPerDay = 20

const saltSchema = z.object({ salt: z.instanceof(Uint8Array) })
type Random = (bytes: number) => Uint8Array

/** The same source under this month's salt, and under last month's where that still exists. */
export type SourceHashes = { current: string; previous: string | null }

export const sourceKeeper = (table: Table, random: Random) => {
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
    async sourceHashes(source: string, about: string, today: Day): Promise<SourceHashes> {
      const lastMonth = await keptSalt(monthOf(addDays(`${monthOf(today)}-01`, -1)))
      return {
        current: hashOf(await saltOf(today), `${about}|${source}`),
        previous: lastMonth && hashOf(lastMonth, `${about}|${source}`),
      }
    },

    /** Counts one more report of the source today; refused above the limit. */
    async countSource(source: string, today: Day): Promise<Result<undefined, 'rate-limited'>> {
      const hash = hashOf(await saltOf(today), `${today}|${source}`)
      const counted = await table.updateOne(sourceCountKey(hash, today), {
        UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :limit',
        names: { '#count': 'count' },
        values: {
          ':one': 1,
          ':limit': reportsPerDay,
          ':expiresAt': secondsOf(startOfDay(today) + 2 * dayMs),
        },
      })
      return counted.ok ? ok(undefined) : err('rate-limited')
    },
  }
}

const hashOf = (salt: Uint8Array, text: string) =>
  createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22)

const monthOf = (day: Day) => day.slice(0, 7)

/** Reports of one month are compared with those of the month before, so a salt is kept for two. */
const endOfNextMonth = (today: Day): number => {
  const nextMonth = addDays(`${monthOf(today)}-01`, 32)
  const theOneAfter = addDays(`${monthOf(nextMonth)}-01`, 32)
  return startOfDay(`${monthOf(theOneAfter)}-01`)
}

/** Ms until the limit of `at`'s day ends. */
export const untilTomorrow = (at: number): number => startOfDay(addDays(dayOf(at), 1)) - at
