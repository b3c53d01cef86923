/** What staff do in the exhibition that stands in the record for auditors. A schedule publishes in the name of whoever approved it. */
export const exhibitionAuditActions = [
  'entry-created',
  'entry-saved',
  'entry-submitted',
  'entry-approved',
  'entry-rescheduled',
  'entry-published',
  'entry-returned',
  'entry-withdrawn',
  'entry-restored',
  'entry-imported',
  'entries-exported',
] as const
export type ExhibitionAuditAction = (typeof exhibitionAuditActions)[number]
