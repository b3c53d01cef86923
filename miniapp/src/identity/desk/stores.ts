/** Who holds which role, by person and city of the desk. */
import { fetchHolders } from '@/desk/api'
import { fresh, regionOf } from '@/desk/named'
import { createRemote } from '@/shared/query/remote'
import { fetchRoleProposals } from './role-proposals/api'

/** Grants that wait for a second admin, and those decided lately. */
export const roleProposalList = createRemote((name) => fetchRoleProposals(regionOf(name)), fresh)
export const holderList = createRemote((name) => fetchHolders(regionOf(name)), fresh)
