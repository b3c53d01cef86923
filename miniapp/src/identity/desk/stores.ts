/** Who holds which role, by person and city of the desk. */
import { fetchHolders } from '@/desk/api'
import { fresh, regionOf } from '@/desk/named'
import { createRemote } from '@/shared/query/remote'

export const holderList = createRemote((name) => fetchHolders(regionOf(name)), fresh)
