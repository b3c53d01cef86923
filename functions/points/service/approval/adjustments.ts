/** Points that staff give or take: one proposes, another decides, and only then does anything move. */

import { changesOf } from '../../../audit/fragments'
import { mayDecide, mayWithdraw } from '../../../shared/access/approval'
import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import { dayMs } from '../../../shared/day'
import { openSet } from '../../../shared/items/open-set'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { readSorted } from '../../../shared/items/sorted-pages'
import { stateIn } from '../../../shared/items/state-condition'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import type { TaskId, TaskWrites } from '../../../tasks/fragments'
import { type Adjustment, adjustmentDays, storedAdjustmentSchema } from '../../contract'
import { type AdjustmentRefusal, adjusted } from '../../rules/account'
import { accountReader, accountWrites, checkOpen } from '../../store/account/accounts'
import { putOwnAdjustment } from '../../store/account/own-adjustments'
import { adjustmentKey, adjustmentPartition, openKey } from '../../store/keys'
import type { PointsAudit } from '../audit'

/** `asked`: digest of the request that made it. */
const adjustmentItemSchema = z.extend(storedAdjustmentSchema, { asked: z.string() })
type AdjustmentItem = z.infer<typeof adjustmentItemSchema>

export type Proposal = Pick<Adjustment, 'id' | 'region' | 'person' | 'points' | 'text'> & {
  by: string
  asked: string
}
export type Decision = { id: string; by: string; approve: boolean }
export type DecisionRefusal =
  | 'unknown-adjustment'
  | 'adjustment-decided'
  | 'own-adjustment'
  | 'adjustment-expired'
  | AdjustmentRefusal
  | 'account-busy'

export type WithdrawalRefusal =
  | 'unknown-adjustment'
  | 'adjustment-decided'
  | 'not-own-adjustment'
  | 'account-busy'
export type ProposalRefusal =
  | 'unknown-order'
  | 'account-closed'
  | 'idempotency-key-reused'
  | 'open-limit-reached'
/** `next`: where the next page begins; null: there is none. */
export type AdjustmentsPage = { adjustments: AdjustmentItem[]; open: number; next: string | null }

type Dependencies = { audit: PointsAudit; tasks: TaskWrites; clock: () => number }
type Written = { state: AdjustmentItem['state']; decidedBy: string; decidedAt: string }
type DecidedAction = 'adjustment-approved' | 'adjustment-rejected' | 'adjustment-withdrawn'

export const adjustmentService = (table: Table, { audit, tasks, clock }: Dependencies) => {
  const { readAccount } = accountReader(table)
  const open = openSet(table, (region) => openKey('adjustments', region), clock)

  const read = async (id: string): Promise<AdjustmentItem | null> => {
    const item = await table.get(adjustmentKey(id), { consistent: true })
    return item && adjustmentOf(item)
  }

  const tryDeciding = async ({ id, by, approve }: Decision) => {
    const adjustment = await read(id)
    if (!adjustment) return err('unknown-adjustment' as const)
    const settled = settledBy(adjustment, { id, by, approve })
    if (settled) return settled
    const at = clock()
    if (Date.parse(untilOf(adjustment)) <= at) return err('adjustment-expired' as const)
    const moved = approve ? await moving(adjustment, at) : ok([])
    if (!moved.ok) return moved
    const decided = { state: stateAfter(approve), decidedBy: by, decidedAt: new Date(at).toISOString() }
    const action = approve ? 'adjustment-approved' : 'adjustment-rejected'
    const written = await table.transact([...deciding(adjustment, decided, action), ...moved.value])
    return written.ok ? ok({ ...adjustment, ...decided }) : retry
  }

  const tryWithdrawing = async ({ id, by }: Pick<Decision, 'id' | 'by'>) => {
    const adjustment = await read(id)
    if (!adjustment) return err('unknown-adjustment' as const)
    const may = mayWithdraw(adjustment, by)
    if (!may.ok)
      return err(may.error === 'not-own' ? ('not-own-adjustment' as const) : ('adjustment-decided' as const))
    if (may.value === 'done') return ok(adjustment)
    const withdrawn = {
      state: 'withdrawn' as const,
      decidedBy: by,
      decidedAt: new Date(clock()).toISOString(),
    }
    const written = await table.transact(deciding(adjustment, withdrawn, 'adjustment-withdrawn'))
    return written.ok ? ok({ ...adjustment, ...withdrawn }) : retry
  }

  /** Decision and its record, and nothing waits any more; the first is refused where somebody else decided. */
  const deciding = (adjustment: AdjustmentItem, decided: Written, action: DecidedAction): Write[] => {
    const { id, region } = adjustment
    return [
      decide(id, decided),
      open.removing({ id, owner: region, until: untilOf(adjustment) }),
      ...audit.writes({
        region,
        by: decided.decidedBy,
        action,
        subject: id,
        changes: changesOf(adjustment, decided),
      }),
      ...tasks.endTask(taskOf(adjustment)),
    ]
  }

  /** The account after it, and its entry. */
  const moving = async (
    { id, person, region, points, text }: AdjustmentItem,
    at: number,
  ): Promise<Result<Write[], AdjustmentRefusal>> => {
    const owner = { person, region }
    const account = await readAccount(owner, { consistent: true })
    const change = adjusted(account, { points, adjustment: id, text, at })
    return change.ok ? ok(accountWrites(table, owner, account, change.value)) : change
  }

  const decide = (id: string, { state, decidedBy, decidedAt }: Written) => {
    const open = stateIn(['proposed'])
    return table.update(adjustmentKey(id), {
      ...open,
      UpdateExpression: 'SET #state = :state, decidedBy = :by, decidedAt = :at',
      values: { ...open.values, ':state': state, ':by': decidedBy, ':at': decidedAt },
    })
  }

  return {
    /** For the same id the same adjustment. Whoever has no account in the city is found by no order there either. */
    async propose({ by, ...proposal }: Proposal): Promise<Result<AdjustmentItem, ProposalRefusal>> {
      const { id, region, person, points, text, asked: requestDigest } = proposal
      const before = await read(id)
      if (before) return sameAs(before, requestDigest)
      const account = await readAccount({ person, region }, { consistent: true })
      if (account.seq === 0) return err('unknown-order')
      if (account.isClosed) return err('account-closed')
      const at = clock()
      const until = new Date(at + adjustmentDays * dayMs).toISOString()
      const proposedAt = new Date(at).toISOString()
      const undecided = { state: 'proposed' as const, decidedBy: null, decidedAt: null }
      const item = { ...proposal, ...undecided, proposedBy: by, proposedAt, until }
      const { key, writes } = audit.keyedWrites({
        region,
        by,
        action: 'adjustment-proposed',
        subject: id,
        changes: changesOf({}, { person, points, text }),
      })
      const written = await open.transactWithRoom(region, [
        open.adding({ id, owner: region, until }),
        table.put({ ...adjustmentKey(id), ...item }, { ConditionExpression: 'attribute_not_exists(PK)' }),
        ...writes,
        putOwnAdjustment(table, { person, id }, key),
        // Whoever leaves meanwhile has their words erased once, and nothing is written of them after that.
        checkOpen(table, { person, region }),
        ...tasks.openTask({ ...taskOf(item), by, at: proposedAt, until, facts: { points: String(points) } }),
      ])
      if (written.ok) return ok(item)
      const existing = await read(id)
      if (existing) return sameAs(existing, requestDigest)
      return err(written.error.at.includes(0) ? 'open-limit-reached' : 'account-closed')
    },

    /** Approving moves the points in the same transaction; the same decision of the same person changes nothing more. */
    async decide(decision: Decision): Promise<Result<AdjustmentItem, DecisionRefusal>> {
      return (await retryOnConflict(table, () => tryDeciding(decision))) ?? err('account-busy')
    },

    /** Whoever proposed it takes it back; nothing has moved. */
    async withdraw(request: Pick<Decision, 'id' | 'by'>): Promise<Result<AdjustmentItem, WithdrawalRefusal>> {
      return (await retryOnConflict(table, () => tryWithdrawing(request))) ?? err('account-busy')
    },

    /** Those alone that wait, newest first; `from` as in `listAdjustments`. A decision of this second may still be missing. */
    async listWaiting(region: string, from: string | null, limit: number): Promise<AdjustmentsPage> {
      const ids = await open.listOpen(region)
      const left = from === null ? ids : ids.filter((id) => id <= from)
      const items = await table.getMany(left.slice(0, limit).map(adjustmentKey), { consistent: false })
      const now = clock()
      const adjustments = items
        .map((item) => shownAt(adjustmentOf(item), now))
        .filter(({ state }) => state === 'proposed')
        .sort((a, b) => (a.id < b.id ? 1 : -1))
      return { adjustments, open: ids.length, next: left[limit] ?? null }
    },

    /** Newest first. `from`: where the page begins, as the one before said; null for the first. */
    async listAdjustments(region: string, from: string | null, limit: number): Promise<AdjustmentsPage> {
      const ranges = [{ from: `${region}-`, until: `${region}-~` }]
      const [{ items, next }, count] = await Promise.all([
        readSorted(table, adjustmentPartition(region), ranges, { from, limit }),
        open.countOpen(region),
      ])
      const now = clock()
      return { adjustments: items.map((item) => shownAt(adjustmentOf(item), now)), open: count, next }
    },
  }
}

/** Of adjustments from before there was a time for them, it runs from when they were proposed. */
const untilOf = ({ until, proposedAt }: AdjustmentItem): string =>
  until ?? new Date(Date.parse(proposedAt) + adjustmentDays * dayMs).toISOString()

/** Without whom it concerns: the desk reads that of the adjustment, where it goes when they leave. */
const taskOf = (adjustment: AdjustmentItem): TaskId => {
  const { id, region } = adjustment
  return { region, power: 'gifts', kind: 'adjustment', subject: id, due: untilOf(adjustment) }
}

const shownAt = (adjustment: AdjustmentItem, now: number): AdjustmentItem =>
  adjustment.state === 'proposed' && Date.parse(untilOf(adjustment)) <= now
    ? { ...adjustment, state: 'expired' }
    : adjustment

const sameAs = (existing: AdjustmentItem | null, requestDigest: string) =>
  existing?.asked === requestDigest ? ok(existing) : err('idempotency-key-reused' as const)

const stateAfter = (approve: boolean) => (approve ? ('approved' as const) : ('rejected' as const))

/** What there is to say without moving anything; null where it is this person's to decide. */
const settledBy = (
  adjustment: AdjustmentItem,
  { by, approve }: Decision,
): Result<AdjustmentItem, 'adjustment-decided' | 'own-adjustment'> | null => {
  const may = mayDecide(adjustment, by, stateAfter(approve))
  if (!may.ok) return err(may.error === 'decided' ? 'adjustment-decided' : 'own-adjustment')
  if (may.value === 'done') return ok(adjustment)
  // Whoever would gain is no second person either.
  return adjustment.person === by ? err('own-adjustment') : null
}

const adjustmentOf = (item: Item): AdjustmentItem => parseItem(adjustmentItemSchema, item)
