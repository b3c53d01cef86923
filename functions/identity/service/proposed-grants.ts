/** What a proposed grant is: as a grant, as a task, and measured against what the operator grants. */
import type { Power } from '../../shared/access/access'
import { isSameScope } from '../../shared/access/scope'
import type { TaskId } from '../../tasks/fragments'
import type { StoredRoleProposal } from '../store/role-proposals'
import type { Grant, Granted } from './granting'

export type NewRoleProposal = Pick<
  StoredRoleProposal,
  'id' | 'region' | 'person' | 'powers' | 'scope' | 'proposedBy'
>
export const taskOf = ({ id, region, until }: StoredRoleProposal): TaskId => ({
  ...{ region, power: 'admin', kind: 'role', subject: id, due: until },
})

export const grantOf = ({ person, region, powers, scope, proposedBy }: NewRoleProposal): Grant => ({
  to: person,
  by: proposedBy,
  role: { kind: 'staff', region, powers },
  scope,
})

/** Whether the grant gives the person all that was proposed. */
export function isWithin(proposal: NewRoleProposal, { to, role, scope }: Granted & { to: string }): boolean {
  const isThere =
    proposal.scope === undefined
      ? scope === undefined
      : scope !== undefined && isSameScope(proposal.scope, scope)
  const powers: readonly Power[] = role.kind === 'staff' ? role.powers : []
  return proposal.person === to && isThere && proposal.powers.every((power) => powers.includes(power))
}

/** Whether both would give the same person the same, whoever proposed them. */
export const isSameGrant = (one: NewRoleProposal, other: NewRoleProposal): boolean =>
  isWithin(one, grantOf(other)) && isWithin(other, grantOf(one))
