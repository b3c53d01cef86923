/** What staff do with files that stands in the record for auditors; the last two WeChat's check and the sweep do. */
export const mediaAuditActions = [
  'media-uploaded',
  'media-approved',
  'media-refused',
  'media-risky',
  'media-removed',
] as const
export type MediaAuditAction = (typeof mediaAuditActions)[number]
