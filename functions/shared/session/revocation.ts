/**
 * Access tokens that are over before their fifteen minutes. Each person has a generation that rises whenever a session
 * ends or a role is taken; a token carries the one of when it was issued, and this mark, in identity's table, says which
 * is the oldest that still counts. There is a mark only while a token from before it could still be alive.
 */

import { type Item, type Key, parseItem, secondsOf, type Table } from '../aws/table'
import { minuteMs } from '../day'
import * as z from '../zod'
import type { IsRevoked } from './session'
import { revocationPrefix } from './session-grants'
import { accessToken } from './signing'

const revocationKey = (person: string): Key => ({ PK: `${revocationPrefix}${person}`, SK: 'revocation' })

const revocationSchema = z.object({ generation: z.int() })

export const revocationsIn =
  (identity: Pick<Table, 'get'>): IsRevoked =>
  async ({ person, generation }) => {
    const item = await identity.get(revocationKey(person), { consistent: true })
    return item !== null && generation < parseItem(revocationSchema, item).generation
  }

/** The mark as identity writes it: tokens of an older generation are refused from then on. */
export const revocationItem = (person: string, generation: number, now: number): Key & Item => ({
  ...revocationKey(person),
  generation,
  // Longer than any token lives that it is about; functions' clocks differ by seconds.
  expiresAt: secondsOf(now + accessToken.lifeSeconds * 1000 + 5 * minuteMs),
})
