/** What other domains may know of places from the table itself. */
import type { Table } from '../shared/table'
import type { Kind, Role } from './contract'
import { placeReader } from './store/places'
import { regionReader } from './store/regions'

/** A place as far as others build on it. */
export type KnownPlace = { id: string; kind: Kind; roles: readonly Role[]; name: string }

export const placesFragment = (table: Table) => {
  const { readPlace, readPlaces } = placeReader(table)
  const { readHead } = regionReader(table)
  return {
    /** Null where there is no such place. At most a second old. */
    async readPlace(id: string): Promise<KnownPlace | null> {
      const place = await readPlace(id, { consistent: false })
      return place && known(place)
    },

    /** Those that there are, in no order. At most a second old. */
    async readPlaces(ids: readonly string[]): Promise<KnownPlace[]> {
      return (await readPlaces(ids, { consistent: false })).map(known)
    },

    /** Whether it is one of the cities there are. */
    async hasRegion(adcode: string): Promise<boolean> {
      return (await readHead(adcode, { consistent: false })) !== null
    },
  }
}

const known = ({ id, kind, roles, name }: KnownPlace): KnownPlace => ({ id, kind, roles, name })
