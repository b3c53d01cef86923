/**
 * Grants that take two admins. Approving one is one transaction: the decision, its record, the end of the task and the role.
 * What the operator grants by command approves what was proposed of it.
 */
import { operatorId } from '../../audit/contract'
import type { AuditRecords } from '../../audit/fragments'
import type { Power } from '../../shared/access'
import { mayDecide, mayWithdraw } from '../../shared/approval'
import { dayMs } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import { isSameScope } from '../../shared/scope'
import type { Table, Write } from '../../shared/table'
import type { TaskId, TaskWrites } from '../../tasks/fragments'
import { type IdentityAuditAction, roleProposalDays } from '../contract'
import type { Person, peopleStore } from '../store/people'
import {
  isSameRequest,
  type RoleDecision,
  type roleProposalStore,
  type StoredRoleProposal,
} from '../store/role-proposals'
import type { Grant, GrantRefusal, grantingService } from './granting'

export type NewRoleProposal = Pick<
  StoredRoleProposal,
  'id' | 'region' | 'person' | 'powers' | 'scope' | 'proposedBy'
>
type Deciding = { id: string; by: string; decision: 'approved' | 'rejected' }
type Missed = 'unknown-role-proposal' | 'role-proposal-decided'
export type RoleDecisionRefusal =
  | Missed
  | 'role-proposal-expired'
  | 'own-role-proposal'
  | GrantRefusal
  | 'second-person-needed'

type Dependencies = {
  people: Pick<ReturnType<typeof peopleStore>, 'inTurn'>
  proposals: ReturnType<typeof roleProposalStore>
  granting: Pick<ReturnType<typeof grantingService>, 'planGrant'>
  /** Asked for where they are needed: the privacy job reaches neither. */
  others: () => { audit: AuditRecords<IdentityAuditAction>; tasks: TaskWrites }
  clock: () => number
}

export const roleProposalService = (
  table: Table,
  { people, proposals, granting, others, clock }: Dependencies,
) => {
  const shown = (proposal: StoredRoleProposal): StoredRoleProposal => {
    const isOver = proposal.state === 'proposed' && Date.parse(proposal.until) <= clock()
    return isOver ? { ...proposal, state: 'expired' } : proposal
  }

  const recordWrites = (proposal: StoredRoleProposal, by: string, action: IdentityAuditAction): Write[] => {
    const { region, person, powers, scope } = proposal
    const where = scope ? [{ field: 'scope', before: '', after: `${scope.kind}.${scope.id}` }] : []
    const changes = [{ field: 'powers', before: '', after: powers.join(',') }, ...where]
    return others().audit.writes({ region, by, action, subject: person, changes })
  }

  /** The decision, its record and the end of the task. `by`: null for the operator's command. */
  const deciding = (proposal: StoredRoleProposal, { state, by }: RoleDecision): Write[] => [
    proposals.decideProposal(proposal.id, { state, by }),
    ...recordWrites(proposal, by ?? operatorId, `role-${state}`),
    ...others().tasks.endTask(taskOf(proposal)),
  ]

  const decidedAs = (proposal: StoredRoleProposal, { state, by }: RoleDecision): StoredRoleProposal => ({
    ...proposal,
    ...{ state, decidedBy: by, decidedAt: new Date(clock()).toISOString() },
  })

  /** `done`: it is this very decision of theirs, sent again. */
  const turnOf = (
    proposal: StoredRoleProposal,
    { by, decision }: Deciding,
  ): Result<'open' | 'done', RoleDecisionRefusal> => {
    const may = mayDecide(proposal, by, decision)
    if (!may.ok) return err(may.error === 'own' ? 'own-role-proposal' : decided)
    if (may.value === 'done') return may
    // Whoever would gain is no second person either.
    if (proposal.person === by) return err('own-role-proposal')
    return shown(proposal).state === 'expired' ? err('role-proposal-expired') : may
  }

  const planDecision = async (person: Person | null, asked: Deciding) => {
    const proposal = await proposals.readProposal(asked.id)
    if (!proposal) return err('unknown-role-proposal' as const)
    const turn = turnOf(proposal, asked)
    if (!turn.ok) return turn
    if (turn.value === 'done') return ok({ writes: [], value: proposal })
    const written = { state: asked.decision, by: asked.by }
    const approval = deciding(proposal, written)
    const value = decidedAs(proposal, written)
    if (asked.decision === 'rejected') return ok({ writes: approval, value })
    const plan = await granting.planGrant(person, { ...grantOf(proposal), approval })
    return plan.ok ? ok({ writes: plan.value.writes, value }) : plan
  }

  return {
    async proposals(region: string): Promise<StoredRoleProposal[]> {
      return (await proposals.listProposals(region)).map(shown)
    },

    readProposal: proposals.readProposal,

    /** For the same id the same proposal. */
    async proposeRole(
      proposed: NewRoleProposal,
    ): Promise<Result<StoredRoleProposal, 'idempotency-key-reused'>> {
      const at = clock()
      const proposal: StoredRoleProposal = {
        ...proposed,
        state: 'proposed',
        proposedAt: new Date(at).toISOString(),
        until: new Date(at + roleProposalDays * dayMs).toISOString(),
        decidedBy: null,
        decidedAt: null,
      }
      const { proposedBy: by, proposedAt, until, powers } = proposal
      const facts = { powers: powers.join(',') }
      const written = await table.transact([
        proposals.putProposal(proposal),
        ...recordWrites(proposal, by, 'role-proposed'),
        ...others().tasks.openTask({ ...taskOf(proposal), by, at: proposedAt, until, facts }),
      ])
      if (written.ok) return ok(proposal)
      const existing = await proposals.readProposal(proposed.id)
      return existing && isSameRequest(existing, proposed)
        ? ok(shown(existing))
        : err('idempotency-key-reused')
    },

    /** The same decision of the same person changes nothing more. */
    async decideRole(asked: Deciding): Promise<Result<StoredRoleProposal, RoleDecisionRefusal>> {
      const proposal = await proposals.readProposal(asked.id)
      if (!proposal) return err('unknown-role-proposal')
      return people.inTurn(proposal.person, (person) => planDecision(person, asked))
    },

    async withdrawRole(
      id: string,
      by: string,
    ): Promise<Result<StoredRoleProposal, Missed | 'not-own-role-proposal'>> {
      const proposal = await proposals.readProposal(id)
      if (!proposal) return err('unknown-role-proposal')
      const may = mayWithdraw(proposal, by)
      if (!may.ok) return err(may.error === 'not-own' ? 'not-own-role-proposal' : decided)
      if (may.value === 'done') return ok(proposal)
      const written = { state: 'withdrawn' as const, by }
      return (await table.transact(deciding(proposal, written))).ok
        ? ok(decidedAs(proposal, written))
        : err(decided)
    },

    /** The operator's command, for a city whose admins cannot: what was proposed of it is approved along. */
    async grantByOperator(grant: Omit<Grant, 'by' | 'approval'>) {
      const waiting = (await proposals.listProposals(grant.role.region)).filter(
        (proposal) => shown(proposal).state === 'proposed' && isWithin(proposal, grant),
      )
      const approval = waiting.flatMap((proposal) => deciding(proposal, { state: 'approved', by: null }))
      return people.inTurn(grant.to, (person) => granting.planGrant(person, { ...grant, by: null, approval }))
    },
  }
}

const decided = 'role-proposal-decided' as const

const taskOf = ({ id, region, until }: StoredRoleProposal): TaskId => ({
  ...{ region, power: 'admin', kind: 'role', subject: id, due: until },
})

const grantOf = ({ person, region, powers, scope, proposedBy }: StoredRoleProposal): Grant => ({
  to: person,
  by: proposedBy,
  role: { kind: 'staff', region, powers },
  scope,
})

/** Whether the grant gives the person all that was proposed. */
function isWithin(
  proposal: StoredRoleProposal,
  { to, role, scope }: Omit<Grant, 'by' | 'approval'>,
): boolean {
  const isThere =
    proposal.scope === undefined
      ? scope === undefined
      : scope !== undefined && isSameScope(proposal.scope, scope)
  const powers: readonly Power[] = role.kind === 'staff' ? role.powers : []
  return proposal.person === to && isThere && proposal.powers.every((power) => powers.includes(power))
}
