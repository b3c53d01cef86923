/** The operations of staff, each with its handler. */
import { plannedRoute } from '../../../shared/access/approval'
import { route } from '../../../shared/http/router'
import type { PointsDependencies } from '../../dependencies'
import { pointsOperations as operations } from '../../operations'
import {
  handleAdjustments,
  handleDecideAdjustment,
  handleProposeAdjustment,
  handleWithdrawAdjustment,
} from './adjustments'
import { handleBatchCodes, handleBatches, handleStopBatch } from './batches'
import { handleExportList } from './exports'
import { handleChangeStock, handleCreateGift, handleStaffGifts } from './gifts'
import { handleProposalPicture, planChangePicture } from './pictures'
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

export const staffRoutes = ({ service, desks, places, secret, clock }: Dependencies) => {
  const { stock } = service
  const { audit, batches, adjustments, plans, proposals, rules, outliers } = desks
  const gifts = { gifts: service, desk: desks.gifts, stock, waiting: service, places, secret, clock }
  const printing = { batches, secret }
  const exporting = { gifts: service, showing: gifts, batches, adjustments, exports: desks.exports }
  const proposing = { ...gifts, plans, proposals }
  return {
    staffGifts: route(operations.staffGifts, handleStaffGifts(gifts)),
    createGift: route(operations.createGift, handleCreateGift(gifts)),
    changeGift: plannedRoute(operations.changeGift, planChangeGift(proposing)),
    changeStock: route(operations.changeStock, handleChangeStock(gifts)),
    changePicture: plannedRoute(operations.changePicture, planChangePicture(proposing)),
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
    proposalPicture: route(operations.proposalPicture, handleProposalPicture({ proposals })),
    decideProposal: route(operations.decideProposal, handleDecideProposal(proposing)),
    withdrawProposal: route(operations.withdrawProposal, handleWithdrawProposal(proposing)),
    ledger: route(operations.ledger, handleLedger({ service, audit, clock })),
    outliers: route(operations.outliers, handleOutliers(outliers)),
    exportList: route(operations.exportList, handleExportList(exporting)),
  }
}
