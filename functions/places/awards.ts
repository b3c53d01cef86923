/** Points for reports that staff accept: written by the points domain's own rules, in the transaction of the decision. */
import { awards } from '../points/fragments'
import { ok } from '../shared/result'
import type { Table } from '../shared/table'
import type { ReportAwards } from './store'

/** `points`: the table of points. The report's id makes that it earns once, whatever is tried again. */
export const reportAwards = (points: Table, clock: () => number): ReportAwards => {
  const { prepare } = awards(points, { clock })
  return {
    async prepare({ person, region, report, place, at }) {
      const reason = { type: 'report' as const, place }
      const prepared = await prepare({ person, region, rule: 'report', subject: report, reason, at })
      return prepared.ok ? ok(prepared.value.writes) : prepared
    },
  }
}
