/** Staff or an owner looked, and what was reported is not so: the doubt goes, and its reports no longer count. */

import type { Table } from '../../../shared/aws/table'
import type { Day } from '../../../shared/day'
import { amongMany, type Retry, retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import type { Doubt } from '../../contract'
import { confirmed, type Subject } from '../../rules/doubt'
import { placeReader } from '../../store/places'
import { changePlace, forgetFact, readFact } from '../../store/report/facts'

/** `day`: when somebody looked. */
export type Confirmation = { placeId: string; subject: Subject; day: Day }

export const createConfirming = (table: Table, { clock }: { clock: () => number }) => {
  const { readPlace } = placeReader(table)

  const attempt = async ({
    placeId,
    subject,
    day,
  }: Confirmation): Promise<Result<Doubt[], 'unknown-place'> | Retry> => {
    const place = await readPlace(placeId, { consistent: true })
    if (!place) return err('unknown-place')
    const fact = await readFact(table, placeId, subject)
    const after = confirmed(place, subject, day)
    const written = await table.transact([
      ...changePlace(table, place, after, new Date(clock()).toISOString()),
      ...(fact ? [forgetFact(table, placeId, subject, fact)] : []),
    ])
    return written.ok ? ok(after.doubts) : retry
  }

  return {
    /** Gives the doubts that remain. */
    async confirmFact(
      confirmation: Confirmation,
    ): Promise<Result<Doubt[], 'unknown-place' | 'report-conflict'>> {
      return (await retryOnConflict(table, () => attempt(confirmation), amongMany)) ?? err('report-conflict')
    },
  }
}
