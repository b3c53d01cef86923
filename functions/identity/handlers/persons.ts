import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { ResolvedPerson } from '../contract'
import type { identityOperations } from '../operations'
import type { IdentityService, Person } from '../service'

type Dependencies = { store: IdentityService }

export const handleResolve =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.resolve> =>
  async ({ body: { region, ids, nos } }) => {
    const persons = await store.resolve({ ids, nos })
    return ok({ json: { persons: persons.map((person) => resolvedIn(person, region)) } })
  }

export const handleNameStaff =
  ({ store }: Dependencies): HandlerOf<typeof identityOperations.nameStaff> =>
  async ({ session, params: { person }, body: { region, name } }) => {
    const named = await store.nameStaff({ person, region, name, by: session.person })
    return named.ok ? ok({ json: resolvedIn(named.value, region) }) : err({ code: named.error })
  }

/** Number and name, and nothing else of the person. */
function resolvedIn({ id, no, names }: Person, region: string): ResolvedPerson {
  const name = names?.[region]
  return { id, no, ...(name !== undefined && { name }) }
}
