import type { AuditRecords } from '../../audit/fragments'
import type { PointsAuditAction } from '../contract/audit-actions'

/** What staff do with points, for the record: each action in the transaction of what it does. */
export type PointsAudit = AuditRecords<PointsAuditAction>
