/** What other domains may know of places from the table itself. */
import type { Table } from '../shared/aws/table'
import type { Amenity, Kind, ReportFact, Role } from './contract'
import { placeReader } from './store/places'
import { regionReader } from './store/region/regions'
import { reporterStore } from './store/report/reporters'

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

/** A report that points were asked for and that nobody has decided, as its reporter sees it. */
export type OwnReport = {
  place: string
  fact: ReportFact
  amenity: Amenity | null
  note: string | null
  /** The beginning of its day. */
  at: string
}

/** What is held of a person in reports: to be shown to them, and erased when they leave. */
export const reportersFragment = (table: Table) => {
  const { reportsOf, forgetReporter } = reporterStore(table)
  return {
    of: async (person: string): Promise<OwnReport[]> =>
      (await reportsOf(person)).map(({ placeId, fact, amenity = null, note = null, at }) => ({
        ...{ place: placeId, fact, amenity, note, at },
      })),

    /** Doing it again, or going on with it, changes nothing that is done. */
    forget: (person: string, at: number): Promise<void> => forgetReporter(person, at),
  }
}
