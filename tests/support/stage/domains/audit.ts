/** The record of what staff did, on the stage. */
import { createAuditFunction } from '../../../../functions/audit'
import type { auditOperations } from '../../../../functions/audit/operations'
import { city, outlets } from '../../worlds/points-world'
import type { StageDomain } from '../stage-domain'

export const audit: StageDomain<keyof typeof auditOperations> = {
  create: createAuditFunction,
  requests: {
    audit: () => ({ target: `/api/staff/audit?region=${city}&month=2036-11` }),
    exportAudit: {
      ask: () => ({ target: '/api/staff/audit/exports', body: { region: city, month: '2036-11' } }),
      onePerson: 'looks at the record, and the look is on it',
      largest: async () => ({ region: city, month: '2036-11' }),
    },
    history: () => ({ target: `/api/staff/audit/subjects/${outlets.first}?region=${city}` }),
  },
}
