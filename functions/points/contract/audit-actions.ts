/** What staff do with points that stands in the record for auditors. */
export const pointsAuditActions = [
  'gift-created',
  'gift-changed',
  'picture-changed',
  'stock-changed',
  'rules-changed',
  'batch-created',
  'batch-stopped',
  'codes-read',
  'adjustment-proposed',
  'adjustment-approved',
  'adjustment-rejected',
  'adjustment-withdrawn',
  'proposal-made',
  'proposal-approved',
  'proposal-rejected',
  'proposal-withdrawn',
  'ledger-read',
  'points-exported',
] as const
export type PointsAuditAction = (typeof pointsAuditActions)[number]
