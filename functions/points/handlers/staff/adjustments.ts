/** Staff propose to set an account right, and others of them decide. */
import { requirePower } from '../../../shared/access'
import { cityOf } from '../../../shared/city-of'
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/cursor'
import { err, ok } from '../../../shared/result'
import type { HandlerOf } from '../../../shared/router'
import type { Adjustment } from '../../contract'
import type { pointsOperations } from '../../operations'
import type { adjustmentStore } from '../../service/approval/adjustments'
import { failureOf } from '../failures'
import { type Naming, named, type SecondPerson, secondPerson } from './own-city'

type Store = ReturnType<typeof adjustmentStore>
type Dependencies = Naming & SecondPerson & { adjustments: Store }
type Operations = typeof pointsOperations

const perPage = 15

export const handleAdjustments =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['adjustments']> =>
  async ({ session, query: { region, cursor, state } }) => {
    const denied = requirePower(session, region, 'gifts')
    if (!denied.ok) return denied
    const from = readSortCursor(cursor, /^\d{6}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const list = state === 'waiting' ? adjustments.listWaiting : adjustments.listAdjustments
    const page = await list(region, from.value, perPage)
    const { open, next } = page
    return ok({ json: { adjustments: page.adjustments.map(shown), open, cursor: sortCursorOf(next) } })
  }

export const handleProposeAdjustment =
  (dependencies: Dependencies): HandlerOf<Operations['proposeAdjustment']> =>
  async ({ session, body, headers }) => {
    const denied = requirePower(session, body.region, 'gifts')
    if (!denied.ok) return denied
    const thing = { what: 'adjustment' as const, region: body.region, session, headers, body }
    const id = await named(dependencies, thing)
    if (!id.ok) return id
    const hasSecond = await secondPerson(dependencies, session, body.region)
    if (!hasSecond.ok) return hasSecond
    const proposal = { ...body, ...id.value, by: session.person }
    const proposed = await dependencies.adjustments.propose(proposal)
    return proposed.ok ? ok({ json: shown(proposed.value) }) : err({ code: proposed.error })
  }

export const handleDecideAdjustment =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['decideAdjustment']> =>
  async ({ session, params: { id }, body: { approve } }) => {
    const denied = requirePower(session, cityOf(id), 'gifts')
    if (!denied.ok) return denied
    const decided = await adjustments.decide({ id, by: session.person, approve })
    return decided.ok ? ok({ json: shown(decided.value) }) : err(failureOf(decided.error))
  }

export const handleWithdrawAdjustment =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['withdrawAdjustment']> =>
  async ({ session, params: { id } }) => {
    const denied = requirePower(session, cityOf(id), 'gifts')
    if (!denied.ok) return denied
    const withdrawn = await adjustments.withdraw({ id, by: session.person })
    return withdrawn.ok ? ok({ json: shown(withdrawn.value) }) : err(failureOf(withdrawn.error))
  }

type Kept = Awaited<ReturnType<Store['listAdjustments']>>['adjustments'][number]

const shown = ({ asked: _, ...adjustment }: Kept): Adjustment => adjustment
