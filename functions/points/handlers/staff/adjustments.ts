/** Staff propose to set an account right, and others of them decide. */

import { namedBy } from '../../../shared/codes/ids'
import { badCursor, readSortCursor, sortCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import type { Adjustment } from '../../contract'
import type { pointsOperations } from '../../operations'
import type { adjustmentService } from '../../service/approval/adjustments'
import { failureOf } from '../failures'

type Adjustments = ReturnType<typeof adjustmentService>
type Dependencies = { adjustments: Adjustments; secret: () => Promise<string> }
type Operations = typeof pointsOperations

const perPage = 15

export const handleAdjustments =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['adjustments']> =>
  async ({ query: { region, cursor, state } }) => {
    const from = readSortCursor(cursor, /^\d{6}-[0-9a-z]{10}$/)
    if (!from.ok) return err(badCursor)
    const list = state === 'waiting' ? adjustments.listWaiting : adjustments.listAdjustments
    const page = await list(region, from.value, perPage)
    const { open, next } = page
    return ok({ json: { adjustments: page.adjustments.map(toResponse), open, cursor: sortCursorOf(next) } })
  }

export const handleProposeAdjustment =
  ({ adjustments, secret }: Dependencies): HandlerOf<Operations['proposeAdjustment']> =>
  async ({ session, body, key }) => {
    const made = { what: 'adjustment', region: body.region, by: session.person, key }
    const id = namedBy(await secret(), made, body)
    const proposed = await adjustments.propose({ ...body, ...id, by: session.person })
    return proposed.ok ? ok({ json: toResponse(proposed.value) }) : err({ code: proposed.error })
  }

export const handleDecideAdjustment =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['decideAdjustment']> =>
  async ({ session, params: { id }, body: { approve } }) => {
    const decided = await adjustments.decide({ id, by: session.person, approve })
    return decided.ok ? ok({ json: toResponse(decided.value) }) : err(failureOf(decided.error))
  }

export const handleWithdrawAdjustment =
  ({ adjustments }: Pick<Dependencies, 'adjustments'>): HandlerOf<Operations['withdrawAdjustment']> =>
  async ({ session, params: { id } }) => {
    const withdrawn = await adjustments.withdraw({ id, by: session.person })
    return withdrawn.ok ? ok({ json: toResponse(withdrawn.value) }) : err(failureOf(withdrawn.error))
  }

type StoredAdjustment = Awaited<ReturnType<Adjustments['listAdjustments']>>['adjustments'][number]

export const toResponse = ({ asked: _, ...adjustment }: StoredAdjustment): Adjustment => adjustment
