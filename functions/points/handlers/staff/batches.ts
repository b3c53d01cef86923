/** Staff make batches of codes, print them, and stop them. */
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import type { Batch } from '../../contract'
import type { pointsOperations } from '../../operations'
import { written } from '../../rules/code'
import type { BatchItem, batchService } from '../../service/code/batches'

type Dependencies = { batches: ReturnType<typeof batchService>; secret: () => Promise<string> }
type Operations = typeof pointsOperations

const perPage = 15

export const handleBatches =
  ({ batches }: Pick<Dependencies, 'batches'>): HandlerOf<Operations['batches']> =>
  async ({ query: { region, cursor } }) => {
    const from = readSortCursor(cursor, /^\d{6}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const page = await batches.listBatches(region, from.value, perPage)
    return ok({ json: { batches: page.batches.map(toBatchResponse), cursor: sortCursorOf(page.next) } })
  }

export const handleBatchCodes =
  ({ batches, secret }: Dependencies): HandlerOf<Operations['batchCodes']> =>
  async ({ session, params: { id } }) => {
    const read = await batches.readCodes({ id, by: session.person }, await secret())
    if (!read.ok) return err({ code: read.error })
    const codes = read.value.codes.map(({ code, used }) => ({ code: written(code), used }))
    return ok({ json: { batch: toBatchResponse(read.value.batch), codes } })
  }

export const handleStopBatch =
  ({ batches }: Pick<Dependencies, 'batches'>): HandlerOf<Operations['stopBatch']> =>
  async ({ session, params: { id } }) => {
    const stopped = await batches.stopBatch({ id, by: session.person })
    return stopped.ok ? ok({ json: toBatchResponse(stopped.value) }) : err({ code: stopped.error })
  }

export const toBatchResponse = ({
  asked: _,
  made: __,
  insiders: ___,
  readAt: ____,
  ...batch
}: BatchItem): Batch => batch
