/** Lists of staff leave as files, on record page by page. */
import { type ExportRecorder, rowsPerExportPage } from '../../../audit/fragments'
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import type { PointsAuditAction } from '../../contract/audit-actions'
import type { pointsOperations } from '../../operations'
import type { adjustmentService } from '../../service/approval/adjustments'
import type { batchService } from '../../service/code/batches'
import type { giftReader } from '../../store/gift/gifts'
import { toResponse } from './adjustments'
import { toBatchResponse } from './batches'
import { type Showing, toGiftResponse } from './gifts'

type Dependencies = {
  gifts: Pick<ReturnType<typeof giftReader>, 'listGifts'>
  showing: Showing
  batches: Pick<ReturnType<typeof batchService>, 'listBatches'>
  adjustments: Pick<ReturnType<typeof adjustmentService>, 'listAdjustments'>
  exports: ExportRecorder<PointsAuditAction>
}
type Operation = (typeof pointsOperations)['exportList']
type List = Parameters<HandlerOf<Operation>>[0]['body']['list']

const none = { gifts: [], batches: [], adjustments: [] }

/** A page of a list, and where the next begins. */
const pageOf = async (
  { gifts, showing, batches, adjustments }: Dependencies,
  list: List,
  region: string,
  from: string | null,
) => {
  if (list === 'gifts') {
    const all = await gifts.listGifts(region, { consistent: true })
    return { ...none, gifts: await Promise.all(all.map(toGiftResponse(showing))), next: null }
  }
  if (list === 'batches') {
    const page = await batches.listBatches(region, from, rowsPerExportPage)
    return { ...none, batches: page.batches.map(toBatchResponse), next: page.next }
  }
  const page = await adjustments.listAdjustments(region, from, rowsPerExportPage)
  return { ...none, adjustments: page.adjustments.map(toResponse), next: page.next }
}

export const handleExportList =
  (dependencies: Dependencies): HandlerOf<Operation> =>
  async ({ session, body: { list, cursor, ...request } }) => {
    const from = readSortCursor(cursor, /^\d{6}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const exported = { by: session.person, filter: { list } }
    const id = dependencies.exports.open(request, exported)
    if (!id.ok) return id
    const { next, ...page } = await pageOf(dependencies, list, request.region, from.value)
    const rows = page[list].length
    await dependencies.exports.record(id.value, { ...exported, action: 'points-exported', rows })
    return ok({ json: { export: id.value, ...page, cursor: sortCursorOf(next) } })
  }
