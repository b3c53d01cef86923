/** Ids of persons into their numbers and internal names, and numbers into ids: identity's, for the city's staff. */
import type { Result } from '@common/result'
import {
  identityPaths,
  type ResolvedPerson,
  resolvedPersonSchema,
  resolveResponseSchema,
} from '@contract/identity'
import { ask, type Failure, pathOf } from '@/shared/request'

type Answer<T> = Promise<Result<T, Failure>>
export type Asked = { ids?: readonly string[]; nos?: readonly string[] }

/** At most `maxResolved` ids and numbers together; whoever is missing in the answer has left. */
export const resolvePersons = (region: string, asked: Asked): Answer<{ persons: ResolvedPerson[] }> =>
  ask({ path: identityPaths.resolve, schema: resolveResponseSchema, auth: true, body: { region, ...asked } })

/** @param name null takes it away */
export const nameStaff = (person: string, region: string, name: string | null): Answer<ResolvedPerson> =>
  ask({
    path: pathOf(identityPaths.staffName, { person }),
    schema: resolvedPersonSchema,
    auth: true,
    method: 'PUT',
    body: { region, name },
  })
