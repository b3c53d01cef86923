/** A passer-by reports that something about a place is wrong; enough of them make the fact doubtful. */

import { type Key, secondsOf, type Table } from '../../../shared/aws/table'
import { base32 } from '../../../shared/codes/base32'
import { type Day, dayMs, dayOf, startOfDay } from '../../../shared/day'
import type { Source } from '../../../shared/http/source'
import { amongMany, type Retry, retry, retryOnConflict } from '../../../shared/items/retry'
import { err, ok, type Result } from '../../../shared/result'
import type { Doubt } from '../../contract'
import { type Fact, reported, type Subject, withDoubt } from '../../rules/doubt'
import { factKey, reportKey } from '../../store/keys'
import { placeReader } from '../../store/places'
import { changePlace, putFact, readFact } from '../../store/report/facts'
import { daysKept } from '../../store/report/open-report'
import { putOpenReport, reportIdOf } from '../../store/report/open-reports'
import { createReportLimits } from '../../store/report/sources'
import type { ReportTasks } from './tasks'

export type NewReport = {
  placeId: string
  subject: Subject
  /** Read by staff only, never published. */
  note: string | null
  /** Where the caller is; it is hashed here and goes no further. */
  source: Source
  /** Person id of the reporter, where they want its points; kept until staff have decided. */
  creditTo: string | null
}
export type ReportOutcome = {
  /** False: the same source had said the same today. */
  counted: boolean
  /** Of the place, after the report. */
  doubts: Doubt[]
  /** True: this very report made the fact doubtful. */
  turned: boolean
  /** Its points go to whoever asked for them, once staff accept it. */
  credited: boolean
}
export type ReportRefusal = 'unknown-place' | 'rate-limited' | 'report-conflict'

export type ReportingDependencies = {
  clock: () => number
  random: (bytes: number) => Uint8Array
  tasks: Pick<ReportTasks, 'open'>
}

export const createReporting = (table: Table, { clock, random, tasks }: ReportingDependencies) => {
  const { readPlace } = placeReader(table)
  const sources = createReportLimits(table, random)

  const attempt = async (entry: Entry): Promise<Result<ReportOutcome, ReportRefusal> | Retry> => {
    const { placeId, subject, today, hashes, attempt: mark } = entry
    const place = await readPlace(placeId, { consistent: true })
    if (!place) return err('unknown-place')
    const before = await readFact(table, placeId, subject)
    const source = sameSource(hashes, before)
    const after = reported(before, source, today)
    const turned = before?.state !== 'doubtful' && after.state === 'doubtful'
    const doubts = turned ? withDoubt(place.doubts, subject, today) : place.doubts
    const key = reportKey(placeId, subject, today, source)
    const item = {
      ...key,
      attempt: mark,
      at: entry.at,
      expiresAt: entry.expiresAt,
    }
    const written = await table.transact([
      table.put(item, { ConditionExpression: 'attribute_not_exists(PK)' }),
      ...putOpenReport(table, entry),
      ...tasks.open({ ...subject, id: reportIdOf(entry), placeId, at: entry.at, expiresAt: entry.expiresAt }),
      putFact(table, { placeId, subject, before, after }),
      ...(turned ? changePlace(table, place, { doubts }, entry.now) : []),
    ])
    const credited = entry.creditTo !== null
    if (written.ok) return ok({ counted: true, doubts, turned, credited })
    const [refused] = written.error.at
    if (refused === 0) return existing(key, entry, place.doubts)
    // Whoever wanted the points has left: what was seen counts all the same, and is nobody's.
    return refused === 1 && credited ? attempt({ ...entry, creditTo: null }) : retry
  }

  /** The wire may have lost the answer to our own write: then the report that stands there is this one. */
  const existing = async (
    key: Key,
    { attempt, creditTo }: Entry,
    doubts: Doubt[],
  ): Promise<Result<ReportOutcome, ReportRefusal>> => {
    const counted = (await table.get(key, { consistent: true }))?.attempt === attempt
    return ok({ counted, doubts, turned: false, credited: counted && creditTo !== null })
  }

  return {
    /** Everything or nothing is written; sent twice it counts once. A place nobody knows costs its reporter nothing. */
    async report({
      placeId,
      subject,
      note,
      source,
      creditTo,
    }: NewReport): Promise<Result<ReportOutcome, ReportRefusal>> {
      const now = clock()
      const today = dayOf(now)
      if (!(await readPlace(placeId, { consistent: false }))) return err('unknown-place')
      const allowed = await sources.countSource(source.network, today)
      if (!allowed.ok) return allowed
      // Whoever has many networks in one site is one person in three.
      const hashes = await sources.sourceHashes(
        source.site,
        `${placeId}|${factKey(placeId, subject).SK}`,
        today,
      )
      const entry = {
        placeId,
        subject,
        note,
        today,
        hashes,
        creditTo,
        at: new Date(startOfDay(today)).toISOString(),
        now: new Date(now).toISOString(),
        attempt: markOf(random(10)),
        expiresAt: secondsOf(startOfDay(today) + (daysKept + 1) * dayMs),
      }
      return (await retryOnConflict(table, () => attempt(entry), amongMany)) ?? err('report-conflict')
    },
  }
}

/** The hash under which the source spoke before, where it did: nobody is two people because a month ended. */
const sameSource = ({ current, previous }: Entry['hashes'], before: Fact | null): string =>
  previous !== null && before?.sources[previous] ? previous : current

/** Ten characters of base 32: the report's mark among others with the same key, and the end of its id. */
const markOf = (bytes: Uint8Array) => base32(bytes, 10).toLowerCase()

type Entry = Omit<NewReport, 'source'> & {
  today: Day
  hashes: { current: string; previous: string | null }
  /** The beginning of its day: with the second, the address log would say whose report it is. */
  at: string
  now: string
  /** Marks this report among others with the same key. */
  attempt: string
  expiresAt: number
}
