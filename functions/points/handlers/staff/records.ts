/** What auditors see: a person's ledger, and those who earn too fast. */
import { requirePower } from '../../../shared/access/access'
import { badCursor, readSequenceCursor, sequenceCursorOf } from '../../../shared/http/cursor'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok } from '../../../shared/result'
import type { pointsOperations } from '../../operations'
import { usable } from '../../rules/account'
import type { PointsService } from '../../service'
import type { PointsAudit } from '../../service/audit'
import { orderView } from '../../service/views'
import type { Owner } from '../../store/account/accounts'
import type { outlierReader } from '../../store/account/outliers'
import type { OrderItem } from '../../store/order/orders'

type Operations = typeof pointsOperations
type LedgerDependencies = {
  service: Pick<PointsService, 'readOrder' | 'readAccount' | 'readEntries'>
  audit: PointsAudit
  clock: () => number
}

const entriesPerPage = 50

type Query = Parameters<HandlerOf<Operations['ledger']>>[0]['query']
/** Whose ledger, and by what it was asked for. */
type LedgerQuery = Owner & { subject: string; order: OrderItem | null }

const queryOf = async (
  { readOrder }: Pick<PointsService, 'readOrder'>,
  { order: id, person, region }: Query,
): Promise<LedgerQuery | null> => {
  if (id !== undefined) {
    const order = await readOrder(id)
    return order && { person: order.person, region: order.region, subject: order.id, order }
  }
  if (person === undefined || region === undefined) throw new Error('the schema lets no such query through')
  return { person, region, subject: person, order: null }
}

/** Whoever looks leaves their name, before anything is shown; also a look that found nothing of theirs to see is one. */
export const handleLedger =
  ({ service, audit, clock }: LedgerDependencies): HandlerOf<Operations['ledger']> =>
  async ({ session, query }) => {
    const after = readSequenceCursor(query.cursor)
    if (!after.ok) return err(badCursor)
    const found = await queryOf(service, query)
    if (!found) return err({ code: 'unknown-order' })
    const { region, person, subject } = found
    const denied = requirePower(session, 'audit', { region })
    if (!denied.ok) return denied
    await audit.record({ region, by: session.person, action: 'ledger-read', subject, changes: [] })
    const owner = { person, region }
    const [account, page] = await Promise.all([
      service.readAccount(owner, { consistent: true }),
      service.readEntries(owner, { after: after.value, limit: entriesPerPage }),
    ])
    if (account.seq === 0) return err({ code: 'unknown-account' })
    const { lastOrder } = account
    const order = found.order ?? (lastOrder === null ? null : await service.readOrder(lastOrder))
    const at = clock()
    return ok({
      json: {
        ...owner,
        isClosed: account.isClosed,
        balance: usable(account, at),
        order: order && orderView(order, at),
        entries: page.entries,
        cursor: sequenceCursorOf(page.next),
      },
    })
  }

export const handleOutliers =
  ({ listOutliers }: ReturnType<typeof outlierReader>): HandlerOf<Operations['outliers']> =>
  async ({ query: { region, month } }) => {
    return ok({ json: { outliers: await listOutliers(region, month) } })
  }
