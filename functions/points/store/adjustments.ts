/** Points that staff give or take: one proposes, another decides, and only then does anything move. */
import { mayDecide } from '../../shared/approval'
import { err, ok, type Result } from '../../shared/result'
import { type Item, parseItem, type Table, type Write } from '../../shared/table'
import * as z from '../../shared/zod'
import { type Adjustment, keptAdjustmentSchema } from '../contract'
import { type AdjustmentRefusal, adjusted } from '../rules/account'
import { accountReader, accountWrites, checkOpen } from './accounts'
import { type AuditLog, changesOf } from './audit'
import { adjustmentKey, adjustmentPartition } from './keys'
import { putOwnAdjustment } from './own-adjustments'
import { again, inRounds } from './rounds'

/** `asked`: digest of the request that made it. */
const adjustmentItemSchema = z.extend(keptAdjustmentSchema, { asked: z.string() })
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
  | AdjustmentRefusal
  | 'account-busy'

const mostListed = 100

export const adjustmentStore = (table: Table, { audit, clock }: { audit: AuditLog; clock: () => number }) => {
  const { readAccount } = accountReader(table)

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
    const moved = approve ? await moving(adjustment, at) : ok([])
    if (!moved.ok) return moved
    const decided = { state: stateAfter(approve), decidedBy: by, decidedAt: new Date(at).toISOString() }
    const written = await table.transact([
      decide(id, decided),
      ...audit.entry({
        region: adjustment.region,
        by,
        action: approve ? 'adjustment-approved' : 'adjustment-rejected',
        subject: id,
        changes: changesOf(adjustment, decided),
      }),
      ...moved.value,
    ])
    return written.ok ? ok({ ...adjustment, ...decided }) : again
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

  const decide = (
    id: string,
    { state, decidedBy, decidedAt }: { state: string; decidedBy: string; decidedAt: string },
  ) =>
    table.update(adjustmentKey(id), {
      UpdateExpression: 'SET #state = :state, decidedBy = :by, decidedAt = :at',
      ConditionExpression: '#state = :proposed',
      names: { '#state': 'state' },
      values: { ':state': state, ':by': decidedBy, ':at': decidedAt, ':proposed': 'proposed' },
    })

  return {
    /** For the same id the same adjustment. Whoever has no account in the city is found by no order there either. */
    async propose({
      by,
      ...proposal
    }: Proposal): Promise<
      Result<AdjustmentItem, 'unknown-order' | 'account-closed' | 'idempotency-key-reused'>
    > {
      const { id, region, person, points, text, asked } = proposal
      const before = await read(id)
      if (before) return sameAs(before, asked)
      const account = await readAccount({ person, region }, { consistent: true })
      if (account.seq === 0) return err('unknown-order')
      if (account.isClosed) return err('account-closed')
      const proposedAt = new Date(clock()).toISOString()
      const undecided = { state: 'proposed' as const, decidedBy: null, decidedAt: null }
      const item = { ...proposal, ...undecided, proposedBy: by, proposedAt }
      const { key, writes } = audit.keyedEntry({
        region,
        by,
        action: 'adjustment-proposed',
        subject: id,
        changes: changesOf({}, { person, points, text }),
      })
      const written = await table.transact([
        table.put({ ...adjustmentKey(id), ...item }, { ConditionExpression: 'attribute_not_exists(PK)' }),
        ...writes,
        putOwnAdjustment(table, { person, id }, key),
        // Whoever leaves meanwhile has their words erased once, and nothing is written of them after that.
        checkOpen(table, { person, region }),
      ])
      if (written.ok) return ok(item)
      const standing = await read(id)
      return standing ? sameAs(standing, asked) : err('account-closed')
    },

    /** Approving moves the points in the same transaction; the same decision of the same person changes nothing more. */
    async decide(decision: Decision): Promise<Result<AdjustmentItem, DecisionRefusal>> {
      return (await inRounds(table, () => tryDeciding(decision))) ?? err('account-busy')
    },

    /** Newest first, the last hundred. */
    async listAdjustments(region: string): Promise<AdjustmentItem[]> {
      const items = await table.query(adjustmentPartition(region), '', { consistent: true })
      const all = items.map(adjustmentOf).sort((a, b) => b.proposedAt.localeCompare(a.proposedAt))
      return all.slice(0, mostListed)
    },
  }
}

const sameAs = (standing: AdjustmentItem | null, asked: string) =>
  standing?.asked === asked ? ok(standing) : err('idempotency-key-reused' as const)

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
