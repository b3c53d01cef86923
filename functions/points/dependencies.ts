/** What the points API is given to work with. */
import type { staffFragment } from '../identity/fragments'
import type { placesFragment } from '../places/fragments'
import type { AddressLog } from '../shared/address-log'
import type { Log } from '../shared/logger'
import type { SessionReader } from '../shared/session'
import type { Desks } from './service/desks'
import type { PointsStore } from './store'

export type Places = ReturnType<typeof placesFragment>

export type Staff = ReturnType<typeof staffFragment>

export type PointsDependencies = {
  store: PointsStore
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
