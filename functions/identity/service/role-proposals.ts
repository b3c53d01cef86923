/**
 * Grants that take two admins. Approving one is one transaction: the decision, its record, the end of the task and the role.
 * What the operator grants by command approves what was proposed of it.
 */
import { operatorId } from '../../audit/contract'
import type { AuditRecords } from '../../audit/fragments'
import { mayDecide, mayWithdraw } from '../../shared/access/approval'
import type { Table, Write } from '../../shared/aws/table'
import { TableUnavailable } from '../../shared/aws/unavailable'
import { dayMs } from '../../shared/day'
import { openSet } from '../../shared/items/open-set'
import { retry, retryOnConflict } from '../../shared/items/retry'
import { err, ok, type Result } from '../../shared/result'
import type { TaskWrites } from '../../tasks/fragments'
import { roleProposalDays } from '../contract'
import type { IdentityAuditAction } from '../contract/audit-actions'
import { heldBy } from '../rules/roles'
import { openRoleProposalsKey } from '../store/keys'
import type { Person, peopleStore } from '../store/people'
import {
  isSameRequest,
  type RoleDecision,
  type roleProposalStore,
  type StoredRoleProposal,
} from '../store/role-proposals'
import type { roleStore } from '../store/roles'
import { baseOf, changesAdmins, type Granted, type GrantRefusal, type grantingService } from './granting'
import { grantOf, isSameGrant, isWithin, type NewRoleProposal, taskOf } from './proposed-grants'

export type ShownRoleProposal = Omit<StoredRoleProposal, 'base'>
type Deciding = { id: string; by: string; decision: 'approved' | 'rejected' }
type Missed = 'unknown-role-proposal' | 'role-proposal-decided'
export type RoleDecisionRefusal =
  | Missed
  | 'role-proposal-expired'
  | 'own-role-proposal'
  | 'role-changed-meanwhile'
  | 'role-proposer-not-admin'
  | 'forbidden'
  | GrantRefusal
  | 'second-person-needed'
/** Of proposing, besides a person who is gone. `one-admin-suffices`: it is granted at once. */
export type RoleProposalRefusal = 'idempotency-key-reused' | 'role-proposal-limit' | 'one-admin-suffices'

type Dependencies = {
  people: Pick<ReturnType<typeof peopleStore>, 'inTurn' | 'readPerson'>
  roles: Pick<ReturnType<typeof roleStore>, 'isAdminNow' | 'checkAdmins'>
  proposals: ReturnType<typeof roleProposalStore>
  granting: Pick<ReturnType<typeof grantingService>, 'planGrant' | 'needsSecondAdmin'>
  /** Asked for where they are needed: the privacy job reaches neither. */
  others: () => { audit: AuditRecords<IdentityAuditAction>; tasks: TaskWrites }
  clock: () => number
}

export const roleProposalService = (
  table: Table,
  { people, roles, proposals, granting, others, clock }: Dependencies,
) => {
  const open = openSet(table, openRoleProposalsKey, clock)

  const shown = ({ base, ...proposal }: StoredRoleProposal): ShownRoleProposal => {
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
  const closing = ({ region }: StoredRoleProposal, over: readonly StoredRoleProposal[]): Write =>
    open.removingAll(
      region,
      over.map(({ id, until }) => ({ id, until })),
    )

  const decidedAs = (proposal: StoredRoleProposal, { state, by }: RoleDecision): ShownRoleProposal =>
    shown({ ...proposal, state, decidedBy: by, decidedAt: new Date(clock()).toISOString() })

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

  const planDecision = async (person: Person | null, request: Deciding) => {
    const proposal = await proposals.readProposal(request.id)
    if (!proposal) return err('unknown-role-proposal' as const)
    const turn = turnOf(proposal, request)
    if (!turn.ok) return turn
    if (turn.value === 'done') return ok({ writes: [], value: shown(proposal) })
    const written = { state: request.decision, by: request.by }
    const approval = [...deciding(proposal, written), closing(proposal, [proposal])]
    const value = decidedAs(proposal, written)
    if (request.decision === 'rejected') return ok({ writes: approval, value })
    const plan = await planApproval(person, proposal, { by: request.by, approval })
    return plan.ok ? ok({ writes: plan.value, value }) : plan
  }

  /** The grant as it was proposed, of two who are admins still, where nothing else was made of the role meanwhile. */
  const planApproval = async (
    person: Person | null,
    proposal: StoredRoleProposal,
    { by, approval }: { by: string; approval: Write[] },
  ): Promise<Result<Write[], RoleDecisionRefusal>> => {
    const grant = grantOf(proposal)
    if (person && baseOf(heldBy(person), grant) !== proposal.base) return err('role-changed-meanwhile')
    const plan = await granting.planGrant(person, { ...grant, approval })
    if (!plan.ok) return plan
    // Read after what the plan read: whoever was removed before that is seen here, and whoever is after it refuses the writes.
    const { region, proposedBy } = proposal
    if (!(await roles.isAdminNow(region, proposedBy))) return err('role-proposer-not-admin')
    if (!(await roles.isAdminNow(region, by))) return err('forbidden')
    const { writes } = plan.value
    return ok(
      person && changesAdmins(heldBy(person), grant)
        ? writes
        : [...writes, roles.checkAdmins(region, [proposedBy, by])],
    )
  }

  const tryWithdrawing = async (id: string, by: string) => {
    const proposal = await proposals.readProposal(id)
    if (!proposal) return err('unknown-role-proposal' as const)
    const may = mayWithdraw(proposal, by)
    if (!may.ok) return err(may.error === 'not-own' ? ('not-own-role-proposal' as const) : decided)
    if (may.value === 'done') return ok(shown(proposal))
    const written = { state: 'withdrawn' as const, by }
    const writes = [...deciding(proposal, written), closing(proposal, [proposal])]
    return (await table.transact(writes)).ok ? ok(decidedAs(proposal, written)) : retry
  }

  const listProposals = async (region: string) => proposals.listProposals(region, await open.listOpen(region))
  const listWaiting = async (region: string) =>
    (await listProposals(region)).filter((proposal) => shown(proposal).state === 'proposed')
  const repeated = (existing: StoredRoleProposal, request: NewRoleProposal) =>
    isSameRequest(existing, request) ? ok(shown(existing)) : err('idempotency-key-reused' as const)

  return {
    /** Every one that waits, and the newest of the others. */
    async proposals(region: string): Promise<ShownRoleProposal[]> {
      return (await listProposals(region)).map(shown)
    },

    readProposal: proposals.readProposal,

    /** For the same id the same proposal; while the same grant waits already, the one that waits. */
    async proposeRole(proposed: NewRoleProposal): Promise<Result<ShownRoleProposal, RoleProposalRefusal>> {
      const before = await proposals.readProposal(proposed.id)
      if (before) return repeated(before, proposed)
      const grant = grantOf(proposed)
      const person = await people.readPerson(proposed.person)
      if (!person || !(await granting.needsSecondAdmin(person.id, grant))) return err('one-admin-suffices')
      const base = baseOf(heldBy(person), grant)
      const waiting = await listWaiting(proposed.region)
      const same = waiting.find((one) => one.base === base && isSameGrant(one, proposed))
      if (same) return ok(shown(same))
      const at = clock()
      const proposal: StoredRoleProposal = {
        ...proposed,
        state: 'proposed',
        proposedAt: new Date(at).toISOString(),
        until: new Date(at + roleProposalDays * dayMs).toISOString(),
        decidedBy: null,
        decidedAt: null,
        base,
      }
      const { region, id, proposedBy: by, proposedAt, until, powers } = proposal
      const facts = { powers: powers.join(',') }
      const written = await open.transactWithRoom(region, [
        proposals.putProposal(proposal),
        open.adding({ id, owner: region, until }),
        ...recordWrites(proposal, by, 'role-proposed'),
        ...others().tasks.openTask({ ...taskOf(proposal), by, at: proposedAt, until, facts }),
      ])
      if (written.ok) return ok(shown(proposal))
      const existing = await proposals.readProposal(proposed.id)
      return existing ? repeated(existing, proposed) : err('role-proposal-limit')
    },

    /** The same decision of the same person changes nothing more. */
    async decideRole(request: Deciding): Promise<Result<ShownRoleProposal, RoleDecisionRefusal>> {
      const proposal = await proposals.readProposal(request.id)
      if (!proposal) return err('unknown-role-proposal')
      return people.inTurn(proposal.person, (person) => planDecision(person, request))
    },

    async withdrawRole(
      id: string,
      by: string,
    ): Promise<Result<ShownRoleProposal, Missed | 'not-own-role-proposal'>> {
      const withdrawn = await retryOnConflict(table, () => tryWithdrawing(id, by))
      if (!withdrawn) throw new TableUnavailable('others kept deciding on the same proposal')
      return withdrawn
    },

    /** The operator's command, for a city whose admins cannot: what was proposed of it is approved along. */
    grantByOperator: (grant: Granted & { to: string }) =>
      people.inTurn(grant.to, async (person) => {
        const waiting = (await listWaiting(grant.role.region))
          .filter((proposal) => isWithin(proposal, grant))
          .slice(0, mostApproved)
        const [first] = waiting
        const approval = [
          ...waiting.flatMap((proposal) => deciding(proposal, { state: 'approved', by: null })),
          ...(first ? [closing(first, waiting)] : []),
        ]
        return granting.planGrant(person, { ...grant, by: null, approval })
      }),
  }
}

/** With the command: a transaction takes a hundred writes. What is more waits for its next run. */
const mostApproved = 10
const decided = 'role-proposal-decided' as const
