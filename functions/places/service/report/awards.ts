/**
 * Points for reports that staff accept, and the record of what staff decided: written by the rules of points and audit,
 * in the transaction of the decision.
 */
import { auditRecords } from '../../../audit/fragments'
import { awards } from '../../../points/fragments'
import type { Table } from '../../../shared/aws/table'
import { cityOf } from '../../../shared/city-of'
import { err, ok } from '../../../shared/result'
import type { PlacesAuditAction } from '../../contract/audit-actions'
import type { ReportAction, ReportAwards } from './deciding'

type Dependencies = {
  clock: () => number
  random: (bytes: number) => Uint8Array
}

/** The tables of both. The report's id makes that it earns once, whatever is tried again. */
export const reportAwards = (
  { points, audit }: { points: Table; audit: Table },
  { clock, random }: Dependencies,
): ReportAwards => {
  const { prepare } = awards(points, { clock })
  const records = auditRecords<PlacesAuditAction>(audit, { clock, random })
  return {
    async prepare({ person, region, report, place, at }) {
      const reason = { type: 'report' as const, place }
      const prepared = await prepare({ person, region, rule: 'report', subject: report, reason, at })
      if (prepared.ok) return ok(prepared.value.writes)
      // To an installed desk every cap is one: it does not know the code of a full account.
      return err(prepared.error === 'balance-cap-reached' ? 'cap-reached' : prepared.error)
    },

    record({ placeId, by, accept, ...decided }) {
      const action = accept ? 'report-accepted' : 'report-rejected'
      return records.writes({
        region: cityOf(placeId),
        by,
        action,
        subject: placeId,
        changes: changesBy(decided),
      })
    },
  }
}

/** Nothing of it was there before: it is what was judged and what came of it. */
const changesBy = ({ fact, amenity, settled, award }: Omit<ReportAction, 'placeId' | 'by' | 'accept'>) =>
  Object.entries({ fact, ...(amenity && { amenity }), settled: String(settled), award }).map(
    ([field, after]) => ({ field, before: '', after }),
  )
