/** Operations of staff: adjustments of accounts. */
import { operation } from '../../../shared/declaration/operation'
import * as adjustments from '../../endpoints/staff/adjustments'

export const adjustmentsOperations = {
  adjustments: operation({
    ...adjustments.adjustments,
    region: 'query.region',
    summary: 'Adjustments proposed and decided',
    answer: { schema: adjustments.adjustments.response, description: 'Newest first, 15 a page.' },
    // A page of those that wait: half a unit each, and half for which they are.
    maxReadUnits: 8,
  }),
  proposeAdjustment: operation({
    ...adjustments.proposeAdjustment,
    region: 'body.region',
    secondApproval: 'proposes',
    summary: 'Propose to add or take points',
    answer: {
      schema: adjustments.proposeAdjustment.response,
      description: 'Proposed; nothing moves before another person approves.',
    },
  }),
  decideAdjustment: operation({
    ...adjustments.decideAdjustment,
    region: 'params.id',
    secondApproval: 'decides',
    fresh: true,
    summary: 'Approve or reject what somebody else proposed',
    answer: { schema: adjustments.decideAdjustment.response, description: 'Decided.' },
  }),
  withdrawAdjustment: operation({
    ...adjustments.withdrawAdjustment,
    region: 'params.id',
    secondApproval: 'decides',
    summary: 'Take back what one proposed oneself',
    answer: { schema: adjustments.withdrawAdjustment.response, description: 'Withdrawn.' },
  }),
}
