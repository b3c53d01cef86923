import { mayAsStaff, type Session } from '../../shared/access/access'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import { type ResolvedPerson, resolvingPowers } from '../contract'
import type { identityOperations } from '../operations'
import type { IdentityService, Person } from '../service'

type Dependencies = { store: IdentityService }

export const handleResolve =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.resolve> =>
  async ({ session, body: { region, ids, nos } }) => {
    if (!resolvingPowers.some((power) => mayAsStaff(session, region, power)))
      return err({ code: 'forbidden', detail: 'For staff of the city whose pages show a person.' })
    const persons = await store.resolve({ ids, nos })
    return ok({ json: { persons: persons.map((person) => resolvedIn(person, region)) } })
  }

export const handleNameStaff =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.nameStaff> =>
  async ({ session, params: { person }, body: { region, name } }) => {
    if (!mayName(session, person, region))
      return err({ code: 'forbidden', detail: 'An admin of the city names others, staff themselves.' })
    const named = await store.nameStaff({ person, region, name, by: session.person })
    return named.ok ? ok({ json: resolvedIn(named.value, region) }) : err({ code: named.error })
  }

function mayName(session: Session, person: string, region: string): boolean {
  if (mayAsStaff(session, region, 'admin')) return true
  const isStaff = session.roles.some((role) => role.kind === 'staff' && role.region === region)
  return isStaff && session.person === person
}

/** Number and name, and nothing else of the person. */
function resolvedIn({ id, no, names }: Person, region: string): ResolvedPerson {
  const name = names?.[region]
  return { id, no, ...(name !== undefined && { name }) }
}
