/** Fragments of the transactions that change a waiting list: joining it, leaving it, and being offered something. */

import { parseItem, secondsOf, type Table, type Write } from '../aws/table'
import { dayMs } from '../day'
import { stateIn } from '../items/state-condition'
import { keysOf, type Place, type StoredPlace, type WaitingLayout } from './layout'
import { waitingComesFrom } from './states'

const absent = { ConditionExpression: 'attribute_not_exists(PK)' }
const pointerRetentionMs = 30 * dayMs

/** Writes of an offer. */
export const offerWrites = 3

export const waitingWrites = <P extends Place, S extends P & StoredPlace, U>(
  table: Table,
  layout: WaitingLayout<P, S, U>,
) => {
  const keys = keysOf(layout)
  const put = (stored: S): Write => table.put({ ...placeKey(stored), ...stored }, absent)
  /** Where it stands: those to whom something was offered are behind those who wait. */
  const placeKey = (stored: S) => (stored.state === 'offered' ? keys.offered(stored) : keys.waiting(stored))

  return {
    placeKey,

    putWaiting: (place: P): Write => put(layout.waiting(place)),

    /** Takes a place out of the list: refused where it is not in the state in which it was read. */
    removeWaiting: (stored: S, why: 'taken' | 'lapsed' | 'left'): Write => {
      const from = waitingComesFrom[why].filter((state) => state === stored.state)
      if (from.length === 0) throw new Error(`a place that is ${stored.state} was not ${why}`)
      return table.remove(placeKey(stored), stateIn(from))
    },

    /** Holds something for somebody who waits, with a pointer by which it is found when its time is up. */
    offer: (waiter: P, unit: U, until: number): Write[] => [
      table.remove(keys.waiting(waiter), stateIn(waitingComesFrom.offered)),
      put(layout.offered(waiter, unit, until)),
      table.put({
        ...keys.offer(waiter, until),
        ...parseItem(layout.pointer, waiter),
        expiresAt: secondsOf(until + pointerRetentionMs),
      }),
    ],
  }
}
