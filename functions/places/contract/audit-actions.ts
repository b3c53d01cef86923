import type { AuditActions } from '../../shared/declaration/audit-actions'

/** What staff do with places that stands in the record for auditors. */
export const placesAuditActions = {
  'report-accepted': { name: '采纳市民报告', subject: '地点' },
  'report-rejected': { name: '市民报告记为不属实', subject: '地点' },
} as const satisfies AuditActions
export type PlacesAuditAction = keyof typeof placesAuditActions
