/**
 * What waits for a second person. Approving it is one transaction: the decision, the record of both people's doing, and
 * what was proposed. For 30 days after it is over a proposal can be looked at; the audit record keeps it three years.
 */

import { changesOf } from '../../../audit/fragments'
import { type Decision, mayDecide, mayWithdraw } from '../../../shared/access/approval'
import { type Item, parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { dayMs } from '../../../shared/day'
import { openSet } from '../../../shared/items/open-set'
import { retry, retryOnConflict } from '../../../shared/items/retry'
import { readSorted } from '../../../shared/items/sorted-pages'
import { stateIn } from '../../../shared/items/state-condition'
import { err, ok, type Result } from '../../../shared/result'
import * as z from '../../../shared/zod'
import type { NewTask, TaskId, TaskWrites } from '../../../tasks/fragments'
import {
  type Proposal,
  proposalDays,
  type StoredProposalRequest,
  storedProposalRequestSchema,
  storedProposalSchema,
} from '../../contract'
import {
  type Picture,
  pictureReader,
  putProposedPicture,
  removeProposedPicture,
} from '../../store/gift/pictures'
import { decidedProposalKey, openKey, proposalKey, proposalPartition } from '../../store/keys'
import type { PointsAudit } from '../audit'
import type { PlanCode, Unplanned } from './planned'
import type { Plans } from './plans'

/** `base`: what it was made from; `asked`: digest of the request that made it. */
const proposalItemSchema = z.extend(storedProposalSchema, {
  base: z.string(),
  asked: z.string(),
  request: z.unknown(),
})
type ProposalItem = z.infer<typeof proposalItemSchema>

const retentionDays = 30

/** `next`: where the next page begins; null: there is none. */
export type ProposalsPage = { proposals: Proposal[]; open: number; next: string | null }

/** `picture`: the bytes of one that is proposed. */
type New = { id: string; asked: string; by: string; request: StoredProposalRequest; picture?: Picture }
type Deciding<D extends Decision = Decision> = { id: string; by: string; decision: D; why: string | null }
type Failure<Code> = { code: Code }
type Missed = 'unknown-proposal' | 'proposal-decided' | 'account-busy'
export type DecisionRefusal = Missed | Unplanned | 'own-proposal'
export type WithdrawalRefusal = Missed | 'not-own-proposal'

type Dependencies = {
  audit: PointsAudit
  tasks: TaskWrites
  clock: () => number
  plans: Pick<Plans, 'plan'>
}

export const proposalService = (table: Table, { audit, tasks, clock, plans }: Dependencies) => {
  const read = async (id: string): Promise<ProposalItem | null> => {
    // A decision moves it and nothing moves it back: read in this order it is not missed.
    const item =
      (await table.get(proposalKey(id), { consistent: true })) ??
      (await table.get(decidedProposalKey(id), { consistent: true }))
    return item && itemOf(item)
  }
  const open = openSet(table, (region) => openKey('proposals', region), clock)
  const shown = ({ base, asked: _, request, ...proposal }: ProposalItem): Proposal => {
    const isOver = proposal.state === 'proposed' && Date.parse(proposal.until) <= clock()
    return { ...proposal, state: isOver ? 'expired' : proposal.state }
  }

  /** The writes of the decision, the first of which is refused where somebody else decided. */
  const deciding = (proposal: ProposalItem, { id, by, decision, why }: Deciding): Write[] => {
    const at = clock()
    const decided = { state: decision, decidedBy: by, decidedAt: new Date(at).toISOString(), why }
    const expiresAt = secondsOf(at + retentionDays * dayMs)
    const { region, until } = proposal
    return [
      table.remove(proposalKey(id), stateIn(['proposed'])),
      table.put(
        { ...decidedProposalKey(id), ...proposal, ...decided, expiresAt },
        { ConditionExpression: 'attribute_not_exists(PK)' },
      ),
      open.removing({ id, owner: region, until }),
      ...(proposal.operation === 'changePicture' ? [removeProposedPicture(table, id)] : []),
      ...audit.writes({
        region: proposal.region,
        by,
        action: `proposal-${decision}`,
        subject: proposal.subject,
        changes: changesOf({}, { operation: proposal.operation, why }),
      }),
      ...tasks.endTask(taskOf(proposal)),
    ]
  }

  const tryDeciding = async (verdict: Deciding<'approved' | 'rejected'>, secret: string) => {
    const { id, by, decision } = verdict
    const proposal = await read(id)
    if (!proposal) return err({ code: 'unknown-proposal' as const })
    const may = mayDecide(proposal, by, decision)
    if (!may.ok) return err({ code: may.error === 'own' ? ('own-proposal' as const) : decided })
    if (may.value === 'done') return ok(shown(proposal))
    if (shown(proposal).state === 'expired') return err({ code: 'proposal-expired' as const })
    const refused = await carryOut(proposal, verdict, secret)
    return refused ?? outcome(verdict)
  }

  /** What met another's write is planned anew; what was written and not answered is found. */
  const carryOut = async (proposal: ProposalItem, verdict: Deciding, secret: string) => {
    const writes = deciding(proposal, verdict)
    const plan = verdict.decision === 'approved' ? await planOf(proposal, verdict.by, secret) : null
    if (plan && !plan.ok) return plan
    await (plan ? plan.value.run(writes) : table.transact(writes))
    return null
  }

  const tryWithdrawing = async (verdict: Deciding<'withdrawn'>) => {
    const proposal = await read(verdict.id)
    if (!proposal) return err({ code: 'unknown-proposal' as const })
    const may = mayWithdraw(proposal, verdict.by)
    if (!may.ok) return err({ code: may.error === 'not-own' ? ('not-own-proposal' as const) : decided })
    if (may.value === 'done') return ok(shown(proposal))
    await table.transact(deciding(proposal, verdict))
    return outcome(verdict)
  }

  const pictureWrites = (id: string, picture: Picture | undefined, expiresAt: number): Write[] =>
    picture ? [putProposedPicture(table, id, { ...picture, expiresAt })] : []

  const outcome = async ({ id, by, decision }: Deciding) => {
    const now = await read(id)
    return now?.state === decision && now.decidedBy === by ? ok(shown(now)) : retry
  }

  const planOf = (
    { id, asked: requestDigest, base, proposedBy, request }: ProposalItem,
    by: string,
    secret: string,
  ) => {
    const asking = { id, asked: requestDigest, by: proposedBy, approval: { by, base } }
    return plans.plan(z.parse(storedProposalRequestSchema, request), asking, secret)
  }

  return {
    /** For the same id the same proposal. */
    async propose(
      { id, asked: requestDigest, by, request, picture }: New,
      secret: string,
    ): Promise<Result<Proposal, Failure<PlanCode | 'open-limit-reached'>>> {
      const before = await read(id)
      if (before)
        return before.asked === requestDigest ? ok(shown(before)) : err({ code: 'idempotency-key-reused' })
      const plan = await plans.plan(request, { id, asked: requestDigest, by, approval: null }, secret)
      if (!plan.ok) return plan
      const { region, subject, label, changes, base } = plan.value
      const at = clock()
      const until = at + proposalDays * dayMs
      const proposal: Proposal = {
        ...{ id, region, operation: request.operation, subject, label, changes },
        ...{ state: 'proposed', proposedBy: by, proposedAt: new Date(at).toISOString() },
        ...{ until: new Date(until).toISOString(), decidedBy: null, decidedAt: null, why: null },
        media: plan.value.media,
      }
      const expiresAt = secondsOf(until + retentionDays * dayMs)
      const stored = { base, asked: requestDigest, request, expiresAt }
      const about = changesOf({}, { operation: request.operation, label: label || null })
      const written = await open.transactWithRoom(region, [
        table.put(
          { ...proposalKey(id), ...proposal, ...stored },
          { ConditionExpression: 'attribute_not_exists(PK)' },
        ),
        open.adding({ id, owner: region, until: proposal.until }),
        ...audit.writes({ region, by, action: 'proposal-made', subject, changes: [...about, ...changes] }),
        ...tasks.openTask(newTaskOf(proposal)),
        ...pictureWrites(id, picture, expiresAt),
      ])
      if (written.ok) return ok(proposal)
      const existing = await read(id)
      if (!existing) return err({ code: 'open-limit-reached' })
      return existing.asked === requestDigest ? ok(shown(existing)) : err({ code: 'idempotency-key-reused' })
    },

    /** The same decision of the same person changes nothing more. */
    async decide(
      verdict: Deciding<'approved' | 'rejected'>,
      secret: string,
    ): Promise<Result<Proposal, Failure<DecisionRefusal>>> {
      return (
        (await retryOnConflict(table, () => tryDeciding(verdict, secret))) ?? err({ code: 'account-busy' })
      )
    },

    async withdraw(verdict: {
      id: string
      by: string
    }): Promise<Result<Proposal, Failure<WithdrawalRefusal>>> {
      const withdrawal = { ...verdict, decision: 'withdrawn' as const, why: null }
      return (await retryOnConflict(table, () => tryWithdrawing(withdrawal))) ?? err({ code: 'account-busy' })
    },

    /** What a proposal would make a gift's picture, as long as it waits. */
    readProposedPicture: pictureReader(table).readProposedPicture,

    /**
     * Those that wait first, each newest first. `from`: where the page begins, as the one before said; null for the first.
     */
    async listProposals(region: string, from: string | null, limit: number): Promise<ProposalsPage> {
      const ranges = [
        { from: `${region}-`, until: `${region}-~` },
        { from: `decided#${region}-`, until: `decided#${region}-~` },
      ]
      const [{ items, next }, count] = await Promise.all([
        readSorted(table, proposalPartition(region), ranges, { from, limit }),
        open.countOpen(region),
      ])
      return { proposals: items.map((item) => shown(itemOf(item))), open: count, next }
    },
  }
}

const decided = 'proposal-decided' as const

type Waiting = Pick<Proposal, 'id' | 'region' | 'until'>
const taskOf = ({ id, region, until }: Waiting): TaskId => ({
  ...{ region, power: 'gifts', kind: 'proposal', subject: id, due: until },
})
const newTaskOf = (proposal: Proposal): NewTask => {
  const { proposedBy, proposedAt, until, operation, label } = proposal
  const facts = { operation, ...(label && { label }) }
  return { ...taskOf(proposal), by: proposedBy, at: proposedAt, until, facts }
}

const itemOf = (item: Item): ProposalItem => parseItem(proposalItemSchema, item)
