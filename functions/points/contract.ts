/**
 * What the points API promises: the account and its ledger, the ways to earn, the gifts, the orders and how they are
 * handed over, and what staff do with all of it. Points are whole numbers; they are never bought, never cash, never
 * lottery tickets and never part in a draw.
 */

export * from './contract/codes'
export * from './contract/exports'
export {
  adjustmentIdSchema,
  batchIdSchema,
  giftIdSchema,
  orderIdSchema,
  proposalIdSchema,
} from './contract/fields'
export * from './contract/gifts'
export * from './contract/ledger'
export * from './contract/outlet'
export * from './contract/proposals'
export * from './contract/staff'
