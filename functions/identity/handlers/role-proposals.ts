/** Grants that wait for a second admin. */
import type { Session } from '../../shared/access/access'
import { cityOf } from '../../shared/city-of'
import { idFromKey } from '../../shared/codes/ids'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { identityOperations } from '../operations'
import type { IdentityService } from '../service'
import { mayGrant, readGrant } from './roles'

type Dependencies = { store: IdentityService; clock: () => number }
type Operations = typeof identityOperations

export const handleRoleProposals =
  ({ store }: Dependencies): HandlerOf<Operations['roleProposals']> =>
  async ({ query: { region } }) =>
    ok({ json: { proposals: await store.proposals(region) } })

export const handleProposeRole =
  (dependencies: Dependencies): HandlerOf<Operations['proposeRole']> =>
  async ({ session, body, key }) => {
    const grant = await readGrant(dependencies, session, body)
    if (!grant.ok) return grant
    const { role, scope, to } = grant.value
    if (role.kind !== 'staff') return err(oneSuffices('role.kind'))
    const { region, powers } = role
    const id = idFromKey(region, key)
    const proposed = await dependencies.store.proposeRole({
      ...{ id, region, powers, scope, person: to, proposedBy: session.person },
    })
    if (proposed.ok) return ok({ json: proposed.value })
    return err(
      proposed.error === 'one-admin-suffices' ? oneSuffices('role.powers') : { code: proposed.error },
    )
  }

export const handleDecideRole =
  (dependencies: Dependencies): HandlerOf<Operations['decideRole']> =>
  async ({ session, params: { id }, body: { approve } }) => {
    const may = await mayAct(dependencies, session, id)
    if (!may.ok) return may
    const decision = approve ? ('approved' as const) : ('rejected' as const)
    const decided = await dependencies.store.decideRole({ id, by: session.person, decision })
    return decided.ok ? ok({ json: decided.value }) : err({ code: decided.error })
  }

export const handleWithdrawRole =
  (dependencies: Dependencies): HandlerOf<Operations['withdrawRole']> =>
  async ({ session, params: { id } }) => {
    const may = await mayAct(dependencies, session, id)
    if (!may.ok) return may
    const withdrawn = await dependencies.store.withdrawRole(id, session.person)
    return withdrawn.ok ? ok({ json: withdrawn.value }) : err({ code: withdrawn.error })
  }

/** Grants that one admin makes alone are made at once. */
const oneSuffices = (field: string): Failure<never> => ({
  code: 'invalid-request',
  errors: [{ field, message: 'takes one admin' }],
})

/** Still an admin of the city: whoever was one a minute ago approves nothing any more. */
const mayAct = (
  dependencies: Dependencies,
  session: Session,
  id: string,
): Promise<Result<undefined, Failure<never>>> => mayGrant(dependencies, session, cityOf(id))
