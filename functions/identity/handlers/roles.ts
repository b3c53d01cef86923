import type { Session } from '../../shared/access/access'
import type { Plan } from '../../shared/access/approval'
import { readScopeText, type Scope } from '../../shared/access/scope'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { Holder, Role } from '../contract'
import type { identityOperations } from '../operations'
import { heldBy, heldIn, scopeProblem, strayOf, tidied } from '../rules/roles'
import type { IdentityService, Person } from '../service'
import type { Granted, GrantRefusal } from '../service/granting'
import { present } from '../service/present'

type Dependencies = { store: IdentityService; clock: () => number }

const forbidden = {
  code: 'forbidden',
  detail: 'Roles are granted by the admins of the city.',
} as const
const ownRole = { code: 'own-role', detail: 'Another admin of the city can do it.' } as const

export const handleRoles =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.roles> =>
  async ({ query: { region } }) =>
    ok({ json: { people: await store.holders(region) } })

export const handleRoleChanges =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.roleChanges> =>
  async ({ query: { region, month } }) =>
    ok({ json: await changesOf(store, region, month) })

async function changesOf(store: IdentityService, region: string, month: string) {
  const [changes, names] = await Promise.all([
    store.roleChanges(region, month),
    store.nameChanges(region, month),
  ])
  return { changes, names }
}

/** A plan, for what gives somebody a power that takes two admins is proposed. */
export const planGrant =
  (dependencies: Dependencies) =>
  async ({ session, body }: Parameters<HandlerOf<typeof identityOperations.grant>>[0]) => {
    const { store, clock } = dependencies
    const grant = await readGrant(dependencies, session, body)
    if (!grant.ok) return grant
    const { role, scope, to } = grant.value
    const { region } = role
    const plan: Plan<Holder, GrantRefusal> = {
      ...{ region, subject: to, label: role.kind, changes: [], base: '' },
      needsApproval: await store.needsSecondAdmin(to, { role, scope }),
      async run() {
        const granted = await store.grantRole({ to, role, scope, by: session.person })
        return granted.ok ? ok(holderOf(granted.value, region, clock())) : err({ code: granted.error })
      },
    }
    return ok(plan)
  }

/** Who is granted what, as the city's admin may grant it. */
export async function readGrant(
  { store, clock }: Dependencies,
  session: Session,
  body: { no: string; role: Role; scope?: Scope },
): Promise<Result<Granted & { to: string }, Failure<'unknown-person' | 'own-role'>>> {
  const role = tidied(body.role)
  const may = await mayGrant({ store, clock }, session, role.region)
  if (!may.ok) return may
  if (strayOf(role) !== null) return err(invalid('role.outlets', 'must be outlets of the role’s own city'))
  const problem = body.scope ? scopeProblem(role, body.scope) : null
  if (problem) return err(invalid(problem.field, problem.message))
  const person = await store.personOfNo(body.no)
  if (!person) return err({ code: 'unknown-person' })
  return person.id === session.person ? err(ownRole) : ok({ to: person.id, role, scope: body.scope })
}

export const handleRevoke =
  ({ store, clock }: Dependencies): HandlerOf<typeof identityOperations.revoke> =>
  async ({ session, params: { person, kind }, query: { region, scope: text } }) => {
    const may = await mayGrant({ store, clock }, session, region)
    if (!may.ok) return may
    if (person === session.person) return err(ownRole)
    const scope = text === undefined ? undefined : readScopeText(text)
    if (scope === null || (scope && kind !== 'staff'))
      return err(invalid('scope', 'is none of a staff’s role'))
    const revoked = await store.revokeRole({ from: person, region, kind, scope, by: session.person })
    return revoked.ok ? ok({ json: { ok: true } }) : err({ code: revoked.error })
  }

/** Still an admin of this city, as the router saw of the token: whoever was one a minute ago must not hand the power on. */
export async function mayGrant(
  { store, clock }: Dependencies,
  session: Session,
  region: string,
): Promise<Result<undefined, Failure<never>>> {
  const person = await present(store, session, clock)
  if (!person.ok) return person
  return (await store.isAdminNow(region, session.person)) ? ok(undefined) : err(forbidden)
}

const invalid = (field: string, message: string): Failure<never> => ({
  code: 'invalid-request',
  errors: [{ field, message }],
})

function holderOf(person: Person, region: string, at: number): Holder {
  const { id, no, names } = person
  const { roles, scopedRoles } = heldIn(heldBy(person), region)
  return {
    ...{ id, no, name: names?.[region], roles },
    ...(scopedRoles.length > 0 && { scopedRoles }),
    changedAt: new Date(at).toISOString(),
  }
}
