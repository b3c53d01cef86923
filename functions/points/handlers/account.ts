/** One's account and its ledger. */

import { badCursor, readSequenceCursor, sequenceCursorOf } from '../../shared/http/cursor'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { PointsDependencies } from '../dependencies'
import type { pointsOperations } from '../operations'
import { accountView } from '../service/views'

type Dependencies = Pick<PointsDependencies, 'service' | 'clock'>

export const handleAccount =
  ({ service, clock }: Dependencies): HandlerOf<typeof pointsOperations.account> =>
  async ({ session: { person }, query: { region } }) => {
    const [account, rules] = await Promise.all([
      service.readAccount({ person, region }, { consistent: true }),
      service.readRules(region),
    ])
    const at = clock()
    const waiting = await service.readWaitingFor({ person, region }, account, at)
    return ok({ json: accountView({ region, account, rules, waiting }, at) })
  }

const entriesPerPage = 30

export const handleEntries =
  ({ service }: Dependencies): HandlerOf<typeof pointsOperations.entries> =>
  async ({ session: { person }, query: { region, cursor } }) => {
    const after = readSequenceCursor(cursor)
    if (!after.ok) return err(badCursor)
    const { entries, next } = await service.readEntries(
      { person, region },
      { after: after.value, limit: entriesPerPage },
    )
    return ok({ json: { entries, cursor: sequenceCursorOf(next) } })
  }
