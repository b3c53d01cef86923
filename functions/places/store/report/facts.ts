/** Fragments of a transaction about facts and the place they doubt; reports and decisions put theirs together of them. */

import { parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { addDays, startOfDay } from '../../../shared/day'
import { daysForDoubt, type Fact, factSchema, type Subject } from '../../rules/doubt'
import type { PlaceRecord } from '../../rules/record'
import { factKey, placeKey } from '../keys'
import { bumpVersion } from '../region/regions'

export const readFact = async (table: Table, placeId: string, subject: Subject): Promise<Fact | null> => {
  const item = await table.get(factKey(placeId, subject), { consistent: true })
  return item && parseItem(factSchema, item)
}

type FactChange = { placeId: string; subject: Subject; before: Fact | null; after: Fact }

export const putFact = (table: Table, { placeId, subject, before, after }: FactChange): Write => {
  const key = factKey(placeId, subject)
  // Once doubtful, reports only add to the count, so many reports at once do not conflict.
  if (before?.state === 'doubtful')
    return table.update(key, {
      UpdateExpression: 'SET #last = :last ADD #count :one',
      ConditionExpression: '#state = :doubtful',
      names: { '#last': 'last', '#count': 'count', '#state': 'state' },
      values: { ':last': after.last, ':one': 1, ':doubtful': 'doubtful' },
    })
  // A doubt waits for its confirmation however long; what never became one is forgotten.
  const expiresAt =
    after.state === 'doubtful' ? undefined : secondsOf(startOfDay(addDays(after.last, 2 * daysForDoubt)))
  return table.put({ ...key, ...after, expiresAt }, unchanged(before))
}

/**
 * As good as never reported: nobody counts any more, and the table drops it. Put rather than deleted, so that the public's
 * function needs no right to delete.
 */
export const forgetFact = (table: Table, placeId: string, subject: Subject, before: Fact): Write =>
  table.put(
    {
      ...factKey(placeId, subject),
      ...before,
      state: 'reported',
      sources: {},
      count: 0,
      expiresAt: secondsOf(startOfDay(before.last)),
    },
    unchanged(before),
  )

/** The count rises with every report, so it tells whether the fact is still as it was read. */
const unchanged = (fact: Fact | null) =>
  fact
    ? {
        ConditionExpression: '#count = :count',
        names: { '#count': 'count' },
        values: { ':count': fact.count },
      }
    : { ConditionExpression: 'attribute_not_exists(PK)' }

type PlaceChange = Partial<Pick<PlaceRecord, 'doubts' | 'positionVerifiedOn' | 'amenities'>>

/** The place with its region's version; refused where either was written since `place` was read. */
export const changePlace = (
  table: Table,
  place: PlaceRecord,
  change: PlaceChange,
  updatedAt: string,
): Write[] => [
  table.put(
    { ...placeKey(place.id), ...place, ...change, updatedAt },
    {
      ConditionExpression: 'updatedAt = :before AND #doubts = :doubts',
      names: { '#doubts': 'doubts' },
      values: { ':before': place.updatedAt, ':doubts': place.doubts },
    },
  ),
  bumpVersion(table, cityOf(place.id), updatedAt),
]
