/** Who holds which role, by person and city of the desk. */
import { fetchHolders } from '@/desk/api'
import { fresh, regionOf } from '@/desk/named'
import { directory } from '@/desk/persons/directory'
import { createRemote } from '@/shared/query/remote'
import { fetchRoleProposals } from './role-proposals/api'

/** Grants that wait for a second admin, and those decided lately. Their titles name the persons, who are asked for with them. */
export const roleProposalList = createRemote(async (name) => {
  const region = regionOf(name)
  const answer = await fetchRoleProposals(region)
  if (answer.ok)
    directory.want(
      { name, region },
      answer.value.proposals.map(({ person }) => person),
    )
  return answer
}, fresh)
export const holderList = createRemote((name) => fetchHolders(regionOf(name)), fresh)
