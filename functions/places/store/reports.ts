/** Reports of passers-by, the facts they add up to, and their confirmation. */
import { addDays, type Day, dayMs, dayOf, startOfDay } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import { parseItem, secondsOf, type Table, type Write } from '../../shared/table'
import type { Doubt } from '../contract'
import {
  confirmed,
  daysForDoubt,
  type Fact,
  factSchema,
  reported,
  type Subject,
  withDoubt,
} from '../rules/doubt'
import { type PlaceRecord, regionOf } from '../rules/record'
import { factKey, placeKey, reportKey } from './keys'
import { placeReader } from './places'
import { bumpVersion } from './regions'
import { sourceKeeper } from './sources'

export type NewReport = {
  placeId: string
  subject: Subject
  /** Read by staff only, never published. */
  note: string | null
  /** The caller's network address as one source; it is hashed here and goes no further. */
  source: string
}
export type ReportOutcome = {
  /** False: the same source had said the same today. */
  counted: boolean
  /** Of the place, after the report. */
  doubts: Doubt[]
  /** True: this very report made the fact doubtful. */
  turned: boolean
}
export type ReportRefusal = 'unknown-place' | 'rate-limited' | 'report-conflict'

export type Confirmation = { placeId: string; subject: Subject; day: Day }

/** Rounds of reading and writing again when others write at the same time; each round lets at least one of them through. */
const maxRounds = 24
const daysKept = 180

export type ReportDependencies = { clock: () => number; random: (bytes: number) => Uint8Array }

export const reportStore = (table: Table, { clock, random }: ReportDependencies) => {
  const { readPlace } = placeReader(table)
  const sources = sourceKeeper(table, random)

  const readFact = async (placeId: string, subject: Subject): Promise<Fact | null> => {
    const item = await table.get(factKey(placeId, subject), { consistent: true })
    return item && parseItem(factSchema, item)
  }

  /** Null: somebody wrote in between, read again. */
  const attempt = async (entry: Entry): Promise<Result<ReportOutcome, ReportRefusal> | null> => {
    const { placeId, subject, today, hashes, attempt: mark } = entry
    const place = await readPlace(placeId, { consistent: true })
    if (!place) return err('unknown-place')
    const before = await readFact(placeId, subject)
    const { current, previous } = hashes
    const source = previous !== null && before?.sources[previous] ? previous : current
    const after = reported(before, source, today)
    const turned = before?.state !== 'doubtful' && after.state === 'doubtful'
    const doubts = turned ? withDoubt(place.doubts, subject, today) : place.doubts
    const key = reportKey(placeId, subject, today, source)
    const item = {
      ...key,
      attempt: mark,
      note: entry.note ?? undefined,
      at: entry.at,
      expiresAt: entry.expiresAt,
    }
    const written = await table.transact([
      table.put(item, { ConditionExpression: 'attribute_not_exists(PK)' }),
      putFact(table, { placeId, subject, before, after }),
      ...(turned ? changePlace(table, place, { doubts }, entry.at) : []),
    ])
    if (written.ok) return ok({ counted: true, doubts, turned })
    if (!written.error.at.includes(0)) return null
    // The wire may have lost the answer to our own write: then the report that stands there is this one.
    const standing = await table.get(key, { consistent: true })
    return ok({ counted: standing?.attempt === mark, doubts: place.doubts, turned: false })
  }

  /** Null: somebody wrote in between, read again. */
  const tryConfirming = async ({
    placeId,
    subject,
    day,
  }: Confirmation): Promise<Result<Doubt[], 'unknown-place'> | null> => {
    const place = await readPlace(placeId, { consistent: true })
    if (!place) return err('unknown-place')
    const fact = await readFact(placeId, subject)
    const after = confirmed(place, subject, day)
    const written = await table.transact([
      ...changePlace(table, place, after, new Date(clock()).toISOString()),
      table.remove(factKey(placeId, subject), unchanged(fact)),
    ])
    return written.ok ? ok(after.doubts) : null
  }

  const inRounds = async <T>(work: () => Promise<T | null>): Promise<T | null> => {
    for (let round = 1; round <= maxRounds; round++) {
      const done = await work()
      if (done !== null) return done
      await table.backOff(round)
    }
    return null
  }

  return {
    /** Everything or nothing is written; sent twice it counts once. A place nobody knows costs its reporter nothing. */
    async report({
      placeId,
      subject,
      note,
      source,
    }: NewReport): Promise<Result<ReportOutcome, ReportRefusal>> {
      const now = clock()
      const today = dayOf(now)
      if (!(await readPlace(placeId, { consistent: false }))) return err('unknown-place')
      const allowed = await sources.countSource(source, today)
      if (!allowed.ok) return allowed
      const hashes = await sources.sourceHashes(source, `${placeId}|${factKey(placeId, subject).SK}`, today)
      const entry = {
        placeId,
        subject,
        note,
        today,
        hashes,
        at: new Date(now).toISOString(),
        attempt: Buffer.from(random(12)).toString('base64url'),
        expiresAt: secondsOf(now + daysKept * dayMs),
      }
      return (await inRounds(() => attempt(entry))) ?? err('report-conflict')
    },

    /** Staff or owner looked on `day` and found it right: the doubt goes, its reports no longer count. Gives what doubts remain. */
    async confirmFact(
      confirmation: Confirmation,
    ): Promise<Result<Doubt[], 'unknown-place' | 'report-conflict'>> {
      return (await inRounds(() => tryConfirming(confirmation))) ?? err('report-conflict')
    },
  }
}

type Entry = Omit<NewReport, 'source'> & {
  today: Day
  hashes: { current: string; previous: string | null }
  at: string
  /** Marks this report among others with the same key. */
  attempt: string
  expiresAt: number
}

type FactChange = { placeId: string; subject: Subject; before: Fact | null; after: Fact }

const putFact = (table: Table, { placeId, subject, before, after }: FactChange): Write => {
  const key = factKey(placeId, subject)
  // Once doubtful, reports only add to the count, so a crowd need not take turns.
  if (before?.state === 'doubtful')
    return table.update(key, {
      UpdateExpression: 'SET #last = :last ADD #count :one',
      ConditionExpression: '#state = :doubtful',
      names: { '#last': 'last', '#count': 'count', '#state': 'state' },
      values: { ':last': after.last, ':one': 1, ':doubtful': 'doubtful' },
    })
  // A doubt waits for its confirmation however long; what never became one is forgotten.
  const expiresAt =
    after.state === 'doubtful' ? undefined : secondsOf(startOfDay(addDays(after.last, 2 * daysForDoubt)))
  return table.put({ ...key, ...after, expiresAt }, unchanged(before))
}

/** The count rises with every report, so it tells whether the fact is still as it was read. */
const unchanged = (fact: Fact | null) =>
  fact
    ? {
        ConditionExpression: '#count = :count',
        names: { '#count': 'count' },
        values: { ':count': fact.count },
      }
    : { ConditionExpression: 'attribute_not_exists(PK)' }

type PlaceChange = Partial<Pick<PlaceRecord, 'doubts' | 'positionVerifiedOn' | 'amenities'>>

/** The place with its region's version; refused where either was written since `place` was read. */
const changePlace = (table: Table, place: PlaceRecord, change: PlaceChange, updatedAt: string): Write[] => [
  table.put(
    { ...placeKey(place.id), ...place, ...change, updatedAt },
    {
      ConditionExpression: 'updatedAt = :before AND #doubts = :doubts',
      names: { '#doubts': 'doubts' },
      values: { ':before': place.updatedAt, ':doubts': place.doubts },
    },
  ),
  bumpVersion(table, regionOf(place.id), updatedAt),
]
