/** Staff propose to set an account right, and others of them decide. */
import { err, ok } from '../../../shared/result'
import type { AnswerTo } from '../../../shared/router'
import type { Adjustment } from '../../contract'
import { failureOf } from '../../failures'
import type { pointsOperations } from '../../operations'
import { cityOf } from '../../rules/region'
import type { adjustmentStore } from '../../store/adjustments'
import { type Naming, named, type SecondPerson, secondPerson, within } from './own-city'

type Store = ReturnType<typeof adjustmentStore>
type Dependencies = Naming & SecondPerson & { adjustments: Store }
type Operations = typeof pointsOperations

export const answerAdjustments =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): AnswerTo<Operations['adjustments']> =>
  async ({ session, query: { region } }) => {
    const barred = within(session, region, 'gifts')
    if (!barred.ok) return barred
    return ok({ json: { adjustments: (await adjustments.listAdjustments(region)).map(shown) } })
  }

export const answerProposeAdjustment =
  (dependencies: Dependencies): AnswerTo<Operations['proposeAdjustment']> =>
  async ({ session, body, headers }) => {
    const barred = within(session, body.region, 'gifts')
    if (!barred.ok) return barred
    const thing = { what: 'adjustment' as const, region: body.region, session, headers, body }
    const id = await named(dependencies, thing)
    if (!id.ok) return id
    const hasSecond = await secondPerson(dependencies, session, body.region)
    if (!hasSecond.ok) return hasSecond
    const proposal = { ...body, ...id.value, by: session.person }
    const proposed = await dependencies.adjustments.propose(proposal)
    return proposed.ok ? ok({ json: shown(proposed.value) }) : err({ code: proposed.error })
  }

export const answerDecideAdjustment =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): AnswerTo<Operations['decideAdjustment']> =>
  async ({ session, params: { id }, body: { approve } }) => {
    const barred = within(session, cityOf(id), 'gifts')
    if (!barred.ok) return barred
    const decided = await adjustments.decide({ id, by: session.person, approve })
    return decided.ok ? ok({ json: shown(decided.value) }) : err(failureOf(decided.error))
  }

type Kept = Awaited<ReturnType<Store['listAdjustments']>>[number]

const shown = ({ asked: _, ...adjustment }: Kept): Adjustment => adjustment
