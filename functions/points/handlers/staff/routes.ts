/** The operations of staff, and those of citizens that stand on what staff make: each with its answer. */
import { plannedRoute } from '../../../shared/approval'
import { route } from '../../../shared/router'
import type { PointsDependencies } from '../../dependencies'
import { pointsOperations as operations } from '../../operations'
import { createGiftList } from '../../service/gift/list'
import { handleRedeemCode } from '../code'
import { handleGift, handleGiftPicture, handleGifts } from '../gifts'
import {
  handleAdjustments,
  handleDecideAdjustment,
  handleProposeAdjustment,
  handleWithdrawAdjustment,
} from './adjustments'
import { handleBatchCodes, handleBatches, handleStopBatch } from './batches'
import { handleChangePicture, handleChangeStock, handleCreateGift, handleStaffGifts } from './gifts'
import {
  handleDecideProposal,
  handleProposals,
  handlePropose,
  handleWithdrawProposal,
  planChangeGift,
  planChangeRules,
  planCreateBatch,
} from './proposals'
import { handleLedger, handleOutliers } from './records'
import { handleStaffRules } from './rules'

type Dependencies = Omit<PointsDependencies, 'sessions'>

export const staffRoutes = ({ store, desks, places, secret, clock, log }: Dependencies) => {
  const { stock } = store
  const { audit, batches, codes, adjustments, plans, proposals, rules, outliers, pictures } = desks
  const gifts = { gifts: store, desk: desks.gifts, stock, waiting: store, places, secret, clock }
  const printing = { batches, secret }
  const list = createGiftList({ gifts: store, counts: store, stock, clock })
  const proposing = { ...gifts, plans, proposals }
  return {
    staffGifts: route(operations.staffGifts, handleStaffGifts(gifts)),
    createGift: route(operations.createGift, handleCreateGift(gifts)),
    changeGift: plannedRoute(operations.changeGift, planChangeGift(proposing)),
    changeStock: route(operations.changeStock, handleChangeStock(gifts)),
    changePicture: route(operations.changePicture, handleChangePicture(gifts)),
    staffRules: route(operations.staffRules, handleStaffRules({ rules })),
    changeRules: plannedRoute(operations.changeRules, planChangeRules(proposing)),
    batches: route(operations.batches, handleBatches(printing)),
    createBatch: plannedRoute(operations.createBatch, planCreateBatch(proposing)),
    batchCodes: route(operations.batchCodes, handleBatchCodes(printing)),
    stopBatch: route(operations.stopBatch, handleStopBatch(printing)),
    adjustments: route(operations.adjustments, handleAdjustments({ adjustments })),
    proposeAdjustment: route(operations.proposeAdjustment, handleProposeAdjustment({ adjustments, secret })),
    decideAdjustment: route(operations.decideAdjustment, handleDecideAdjustment({ adjustments })),
    withdrawAdjustment: route(operations.withdrawAdjustment, handleWithdrawAdjustment({ adjustments })),
    proposals: route(operations.proposals, handleProposals({ proposals })),
    propose: route(operations.propose, handlePropose(proposing)),
    decideProposal: route(operations.decideProposal, handleDecideProposal(proposing)),
    withdrawProposal: route(operations.withdrawProposal, handleWithdrawProposal(proposing)),
    ledger: route(operations.ledger, handleLedger({ store, audit, clock })),
    outliers: route(operations.outliers, handleOutliers(outliers)),
    gifts: route(operations.gifts, handleGifts({ list, clock })),
    gift: route(operations.gift, handleGift({ list, gifts: store, stock, clock })),
    giftPicture: route(operations.giftPicture, handleGiftPicture(pictures)),
    redeemCode: route(
      operations.redeemCode,
      handleRedeemCode({ codes, tries: store.tries, secret, clock, log }),
    ),
  }
}
