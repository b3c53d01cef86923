/** Staff make batches of codes, print them, and stop them. */
import { dayOf } from '../../../shared/day'
import { err, ok } from '../../../shared/result'
import type { AnswerTo } from '../../../shared/router'
import type { Batch } from '../../contract'
import type { pointsOperations } from '../../operations'
import { written } from '../../rules/code'
import { cityOf } from '../../rules/region'
import type { BatchItem, batchStore } from '../../store/batches'
import { type Naming, named, within } from './own-city'

type Dependencies = Naming & { batches: ReturnType<typeof batchStore> }
type Operations = typeof pointsOperations

export const answerBatches =
  ({ batches }: Pick<Dependencies, 'batches'>): AnswerTo<Operations['batches']> =>
  async ({ session, query: { region } }) => {
    const barred = within(session, region, 'gifts')
    if (!barred.ok) return barred
    return ok({ json: { batches: (await batches.listBatches(region)).map(shown) } })
  }

export const answerCreateBatch =
  (dependencies: Dependencies): AnswerTo<Operations['createBatch']> =>
  async ({ session, body, headers }) => {
    const { batches, clock, secret } = dependencies
    const barred = within(session, body.region, 'gifts')
    if (!barred.ok) return barred
    if (body.until < dayOf(clock()))
      return err({
        code: 'invalid-request',
        errors: [{ field: 'until', message: 'must not lie in the past' }],
      })
    const thing = { what: 'batch' as const, region: body.region, session, headers, body }
    const id = await named(dependencies, thing)
    if (!id.ok) return id
    const made = await batches.createBatch({ ...body, ...id.value, by: session.person }, await secret())
    return made.ok ? ok({ json: shown(made.value) }) : err({ code: made.error })
  }

export const answerBatchCodes =
  ({ batches, secret }: Omit<Dependencies, 'clock'>): AnswerTo<Operations['batchCodes']> =>
  async ({ session, params: { id } }) => {
    const barred = within(session, cityOf(id), 'gifts')
    if (!barred.ok) return barred
    const read = await batches.readCodes({ id, by: session.person }, await secret())
    if (!read.ok) return err({ code: read.error })
    const codes = read.value.codes.map(({ code, used }) => ({ code: written(code), used }))
    return ok({ json: { batch: shown(read.value.batch), codes } })
  }

export const answerStopBatch =
  ({ batches }: Pick<Dependencies, 'batches'>): AnswerTo<Operations['stopBatch']> =>
  async ({ session, params: { id } }) => {
    const barred = within(session, cityOf(id), 'gifts')
    if (!barred.ok) return barred
    const stopped = await batches.stopBatch({ id, by: session.person })
    return stopped.ok ? ok({ json: shown(stopped.value) }) : err({ code: stopped.error })
  }

const shown = ({ asked: _, made: __, ...batch }: BatchItem): Batch => batch
