/** What staff do with files that stands in the record for auditors. */
export const mediaAuditActions = ['media-uploaded', 'media-approved', 'media-refused'] as const
export type MediaAuditAction = (typeof mediaAuditActions)[number]
