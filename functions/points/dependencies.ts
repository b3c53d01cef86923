/** What the points API is given to work with. */
import type { Kind, Role } from '../places/contract'
import type { SecondPerson } from '../shared/access/permission'
import type { AddressLog } from '../shared/aws/address-log'
import type { Log } from '../shared/aws/logger'
import type { SessionReader } from '../shared/session/session'
import type { PointsService } from './service'
import type { Desks } from './service/desks'

/** A place as far as points are earned or gifts picked up there. */
type KnownPlace = { id: string; kind: Kind; roles: readonly Role[]; name: string }

/** What points need to know of places; who puts the function together hands it in, for places build on points. */
export type Places = {
  /** Null where there is no such place. */
  readPlace: (id: string) => Promise<KnownPlace | null>
  /** Those that there are, in no order. */
  readPlaces: (ids: readonly string[]) => Promise<KnownPlace[]>
  /** Whether it is one of the cities there are. */
  hasRegion: (adcode: string) => Promise<boolean>
}

export type Staff = { isHeldByAnother: SecondPerson }

export type PointsDependencies = {
  service: PointsService
  desks: Desks
  places: Places
  staff: Staff
  sessions: SessionReader
  /** What codes, tickets and the names of orders are derived from; it never changes. */
  secret: () => Promise<string>
  clock: () => number
  /** Secret of our CloudFront distribution; undefined where there is none before us. */
  originVerify?: string
  /** Where the law wants addresses kept (shared/address-log.ts). */
  addressLog?: AddressLog
  log: Log
}
