/** The operations of staff, and those of citizens that stand on what staff make: each with its answer. */
import { route } from '../../../shared/router'
import type { PointsDependencies } from '../../dependencies'
import { pointsOperations as operations } from '../../operations'
import { answerRedeemCode } from '../citizen/code'
import { answerGift, answerGiftPicture, answerGifts } from '../citizen/gifts'
import { answerAdjustments, answerDecideAdjustment, answerProposeAdjustment } from './adjustments'
import { answerBatchCodes, answerBatches, answerCreateBatch, answerStopBatch } from './batches'
import {
  answerChangeGift,
  answerChangePicture,
  answerChangeStock,
  answerCreateGift,
  answerStaffGifts,
} from './gifts'
import { answerAudit, answerLedger, answerOutliers } from './records'
import { answerChangeRules, answerStaffRules } from './rules'

type Dependencies = Omit<PointsDependencies, 'sessions'>

export const staffRoutes = ({ store, desks, places, secret, clock, log }: Dependencies) => {
  const { stock } = store
  const { audit, batches, codes, adjustments, rules, outliers, pictures } = desks
  const gifts = { gifts: store, desk: desks.gifts, stock, waiting: store, places, secret, clock }
  const printing = { batches, secret, clock }
  return {
    staffGifts: route(operations.staffGifts, answerStaffGifts(gifts)),
    createGift: route(operations.createGift, answerCreateGift(gifts)),
    changeGift: route(operations.changeGift, answerChangeGift(gifts)),
    changeStock: route(operations.changeStock, answerChangeStock(gifts)),
    changePicture: route(operations.changePicture, answerChangePicture(gifts)),
    staffRules: route(operations.staffRules, answerStaffRules({ rules })),
    changeRules: route(operations.changeRules, answerChangeRules({ rules })),
    batches: route(operations.batches, answerBatches(printing)),
    createBatch: route(operations.createBatch, answerCreateBatch(printing)),
    batchCodes: route(operations.batchCodes, answerBatchCodes(printing)),
    stopBatch: route(operations.stopBatch, answerStopBatch(printing)),
    adjustments: route(operations.adjustments, answerAdjustments({ adjustments })),
    proposeAdjustment: route(
      operations.proposeAdjustment,
      answerProposeAdjustment({ adjustments, secret, clock }),
    ),
    decideAdjustment: route(operations.decideAdjustment, answerDecideAdjustment({ adjustments })),
    ledger: route(operations.ledger, answerLedger({ store, audit, clock })),
    outliers: route(operations.outliers, answerOutliers(outliers)),
    audit: route(operations.audit, answerAudit(audit)),
    gifts: route(operations.gifts, answerGifts({ gifts: store, stock, clock })),
    gift: route(operations.gift, answerGift({ gifts: store, stock, clock })),
    giftPicture: route(operations.giftPicture, answerGiftPicture(pictures)),
    redeemCode: route(
      operations.redeemCode,
      answerRedeemCode({ codes, tries: store.tries, secret, clock, log }),
    ),
  }
}
