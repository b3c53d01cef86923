/** The operations of staff, and those of citizens that stand on what staff make: each with its answer. */
import { plannedRoute } from '../../../shared/approval'
import { route } from '../../../shared/router'
import type { PointsDependencies } from '../../dependencies'
import { createGiftList } from '../../gift-list'
import { pointsOperations as operations } from '../../operations'
import { answerRedeemCode } from '../citizen/code'
import { answerGift, answerGiftPicture, answerGifts } from '../citizen/gifts'
import {
  answerAdjustments,
  answerDecideAdjustment,
  answerProposeAdjustment,
  answerWithdrawAdjustment,
} from './adjustments'
import { answerBatchCodes, answerBatches, answerStopBatch } from './batches'
import { answerChangePicture, answerChangeStock, answerCreateGift, answerStaffGifts } from './gifts'
import {
  answerDecideProposal,
  answerProposals,
  answerPropose,
  answerWithdrawProposal,
  planChangeGift,
  planChangeRules,
  planCreateBatch,
} from './proposals'
import { answerAudit, answerLedger, answerOutliers } from './records'
import { answerStaffRules } from './rules'

type Dependencies = Omit<PointsDependencies, 'sessions'>

export const staffRoutes = ({ store, desks, places, staff, secret, clock, log }: Dependencies) => {
  const { stock } = store
  const { audit, batches, codes, adjustments, plans, proposals, rules, outliers, pictures } = desks
  const gifts = { gifts: store, desk: desks.gifts, stock, waiting: store, places, secret, clock }
  const printing = { batches, secret, clock }
  const list = createGiftList({ gifts: store, counts: store, stock, clock })
  const proposing = { ...gifts, plans, proposals, staff }
  return {
    staffGifts: route(operations.staffGifts, answerStaffGifts(gifts)),
    createGift: route(operations.createGift, answerCreateGift(gifts)),
    changeGift: plannedRoute(operations.changeGift, planChangeGift(proposing)),
    changeStock: route(operations.changeStock, answerChangeStock(gifts)),
    changePicture: route(operations.changePicture, answerChangePicture(gifts)),
    staffRules: route(operations.staffRules, answerStaffRules({ rules })),
    changeRules: plannedRoute(operations.changeRules, planChangeRules(proposing)),
    batches: route(operations.batches, answerBatches(printing)),
    createBatch: plannedRoute(operations.createBatch, planCreateBatch(proposing)),
    batchCodes: route(operations.batchCodes, answerBatchCodes(printing)),
    stopBatch: route(operations.stopBatch, answerStopBatch(printing)),
    adjustments: route(operations.adjustments, answerAdjustments({ adjustments })),
    proposeAdjustment: route(
      operations.proposeAdjustment,
      answerProposeAdjustment({ adjustments, staff, secret, clock }),
    ),
    decideAdjustment: route(operations.decideAdjustment, answerDecideAdjustment({ adjustments })),
    withdrawAdjustment: route(operations.withdrawAdjustment, answerWithdrawAdjustment({ adjustments })),
    proposals: route(operations.proposals, answerProposals({ proposals })),
    propose: route(operations.propose, answerPropose(proposing)),
    decideProposal: route(operations.decideProposal, answerDecideProposal(proposing)),
    withdrawProposal: route(operations.withdrawProposal, answerWithdrawProposal(proposing)),
    ledger: route(operations.ledger, answerLedger({ store, audit, clock })),
    outliers: route(operations.outliers, answerOutliers(outliers)),
    audit: route(operations.audit, answerAudit(audit)),
    gifts: route(operations.gifts, answerGifts({ list, clock })),
    gift: route(operations.gift, answerGift({ list, gifts: store, stock, clock })),
    giftPicture: route(operations.giftPicture, answerGiftPicture(pictures)),
    redeemCode: route(
      operations.redeemCode,
      answerRedeemCode({ codes, tries: store.tries, secret, clock, log }),
    ),
  }
}
