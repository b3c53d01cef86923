/** Ids of persons into their numbers and internal names, and numbers into ids: identity's, for the city's staff. */
import * as endpoints from '@functions/identity/endpoints/persons'
import { call } from '@/shared/api/request'

export type Asked = { ids?: readonly string[]; nos?: readonly string[] }

/** At most `maxResolved` ids and numbers together; whoever is missing in the answer has left. */
export const resolvePersons = (region: string, { ids, nos }: Asked) =>
  call(endpoints.resolve, { body: { region, ids: ids && [...ids], nos: nos && [...nos] } })

/** @param name null takes it away */
export const nameStaff = (person: string, region: string, name: string | null) =>
  call(endpoints.nameStaff, { params: { person }, body: { region, name } })
