/** Which catalogue of a region it is. */
import { createHash } from 'node:crypto'
import type { Day } from '../../../shared/day'
import type { Calendar } from '../../contract'
import { catalogueForm } from '../../rules/catalogue'
import type { RegionHead } from '../../store'
import { calendarAt, editionOf } from './edition'

/** All that decides a catalogue's content; equal tags, equal documents. */
export type Revision = {
  adcode: string
  version: number
  edition: Day
  /** When the region was made: a table that began anew counts its versions from one again. */
  since: string
  tag: string
}

/**
 * Beside version and edition the tag tells, in eight digits, when the region was made, what the calendar says (a holiday
 * announced late comes with a new build) and which form the document has.
 */
export const revisionOf = ({ adcode, version, createdAt }: RegionHead, at: number): Revision => {
  const edition = editionOf(at)
  const beside = besideOf(calendarAt(at), createdAt)
  return { adcode, version, edition, since: createdAt, tag: `${version}.${edition}.${beside}` }
}

/** Whether one can take the place of the other: the same week's catalogue of the same region, not older. */
export const isAsNew = (one: Revision, other: Revision): boolean =>
  one.since === other.since && one.edition === other.edition && one.version >= other.version

/** Asked for with every request and new once a week, so the answer is kept with its calendar. */
const besides = new WeakMap<Calendar, Map<string, string>>()

const besideOf = (calendar: Calendar, createdAt: string): string => {
  const known = besides.get(calendar) ?? new Map<string, string>()
  const beside = known.get(createdAt) ?? digest(JSON.stringify([catalogueForm, calendar, createdAt]))
  besides.set(calendar, known.set(createdAt, beside))
  return beside
}

export const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)
