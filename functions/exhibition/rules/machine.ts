/**
 * What each action makes of an entry, or why it may not be taken. The clock and whoever acts are arguments; what an action
 * makes public is what another person than its writers approved. Pure.
 */
import { dayMs } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import type { Content } from '../contract/entries'
import { cardOf } from '../contract/kinds'
import type { EntryItem, Review, VersionItem } from './entry'
import { mayBe } from './states'

/** `at`: ms since 1970. */
export type Act = { by: string; at: number }
export type NewEntry = Pick<EntryItem, 'id' | 'region' | 'asked'> & { content: Content }

/** In which a second person should have read what was submitted. */
const reviewDays = 3

const iso = (ms: number) => new Date(ms).toISOString()

export const created = (
  { id, region, content, asked: requestDigest }: NewEntry,
  { by, at }: Act,
): EntryItem => ({
  id,
  region,
  kind: content.kind,
  card: cardOf(content),
  state: 'draft',
  revision: 1,
  savedBy: by,
  savedAt: iso(at),
  latest: 0,
  review: null,
  schedule: null,
  live: null,
  returned: null,
  writers: [by],
  asked: requestDigest,
  change: 1,
})

const changed = (entry: EntryItem, change: Partial<EntryItem>): EntryItem => ({
  ...entry,
  ...change,
  change: entry.change + 1,
})

/** `same`: number of the version that it is, if it is one. */
type Text = { base: number; content: Content; writers: readonly string[]; same: number | null }

/** The text in place of what was there; `writers`: whose words it holds beside those of whoever acts. */
const written = (
  entry: EntryItem,
  { base, content, writers, same }: Text,
  { by, at }: Act,
): Result<EntryItem, 'entry-state' | 'entry-conflict'> => {
  if (!mayBe('write', entry.state)) return err('entry-state')
  if (entry.revision !== base) return err('entry-conflict')
  return ok(
    changed(entry, {
      state: 'draft',
      revision: base + 1,
      card: cardOf(content),
      savedBy: by,
      savedAt: iso(at),
      same,
      writers: [...new Set([...entry.writers, ...writers, by])],
    }),
  )
}

/** `base`: the revision that the text was written from; refused where another was saved meanwhile. */
export const saved = (entry: EntryItem, text: Pick<Text, 'base' | 'content'>, act: Act) =>
  written(entry, { ...text, writers: [], same: null }, act)

type Restoring = { base: number; version: VersionItem; keeps: boolean }
type Replacing = Text & { keeps: boolean }
type Replaced = { after: EntryItem; kept: Omit<VersionItem, 'content'> | null }

/** Whoever wrote the version counts as a writer again, and so does whoever restores it. */
export const restored = (
  entry: EntryItem,
  { base, version: { version: same, content, writers }, keeps }: Restoring,
  act: Act,
) => replaced(entry, { base, content, writers, same, keeps }, act)

/** @param keeps whether the text in whose place it comes becomes a version (`kept`), for no other has it */
export function replaced(
  entry: EntryItem,
  { keeps, ...text }: Replacing,
  act: Act,
): Result<Replaced, 'entry-state' | 'entry-conflict'> {
  const moved = written(entry, text, act)
  if (!moved.ok) return moved
  if (!keeps) return ok({ after: moved.value, kept: null })
  const { savedBy: by, savedAt: at } = entry
  const version = entry.latest + 1
  const kept = { version, by, at, writers: entry.writers, isKept: true }
  return ok({ after: { ...moved.value, latest: version }, kept })
}

type Submission = { revision: number; proposed: string | null }

/** The version that it makes has the number `latest`. */
export function submitted(
  entry: EntryItem,
  { revision, proposed }: Submission,
  { by, at }: Act,
): Result<{ after: EntryItem; review: Review }, 'entry-state' | 'entry-conflict'> {
  if (!mayBe('submit', entry.state)) return err('entry-state')
  if (entry.revision !== revision) return err('entry-conflict')
  const version = entry.latest + 1
  const review = { version, by, at: iso(at), due: iso(at + reviewDays * dayMs), proposed }
  const step = { state: 'in-review', latest: version, same: version, review, returned: null } as const
  const after = changed(entry, step)
  return ok({ after, review })
}

export type Verdict = NonNullable<EntryItem['check']>['verdict']

/** Of its working text, which is that of the version that waits. */
export const checkOf = ({ check, revision }: Pick<EntryItem, 'check' | 'revision'>): Verdict =>
  check?.revision === revision ? check.verdict : 'unchecked'

/** What WeChat could not look at, whoever approves takes upon themselves: `acceptUnchecked`. */
export function uncheckedRefusal(
  entry: EntryItem,
  acceptUnchecked: boolean,
): 'entry-risky' | 'entry-unchecked' | null {
  const verdict = checkOf(entry)
  if (verdict === 'risky') return 'entry-risky'
  return verdict === 'unchecked' && !acceptUnchecked ? 'entry-unchecked' : null
}

type Approval = { version: number; content: Content; until: string | null }
type Refusal = 'entry-state' | 'entry-conflict' | 'own-entry'

/** Public at once, or from `until` on where that is still to come. */
export function approved(entry: EntryItem, approval: Approval, act: Act): Result<EntryItem, Refusal> {
  if (!mayBe('approve', entry.state) || !entry.review) return err('entry-state')
  if (entry.review.version !== approval.version) return err('entry-conflict')
  return untilThen(entry, approval, act)
}

function untilThen(
  entry: EntryItem,
  { version, content, until }: Approval,
  act: Act,
): Result<EntryItem, 'own-entry'> {
  if (entry.writers.includes(act.by)) return err('own-entry')
  if (until === null || Date.parse(until) <= act.at)
    return ok(published(entry, { version, content, by: act.by, at: act.at }))
  const schedule = { version, by: act.by, at: iso(Date.parse(until)) }
  return ok(changed(entry, { state: 'scheduled', review: null, schedule }))
}

type Rescheduling = Approval & { from: string }

/** Another time for what was approved, chosen by somebody who may approve it. `from`: the time that they saw. */
export function rescheduled(
  entry: EntryItem,
  { from, ...approval }: Rescheduling,
  act: Act,
): Result<EntryItem, Refusal> {
  const { schedule } = entry
  if (!mayBe('reschedule', entry.state) || !schedule) return err('entry-state')
  if (schedule.version !== approval.version || Date.parse(schedule.at) !== Date.parse(from))
    return err('entry-conflict')
  return untilThen(entry, approval, act)
}

/** Back to be written on, before anybody has seen it. */
export function returned(
  entry: EntryItem,
  { version, reason }: { version: number; reason: string },
  { by, at }: Act,
): Result<EntryItem, 'entry-state' | 'entry-conflict'> {
  const waiting = entry.review ?? entry.schedule
  if (!mayBe('return', entry.state) || !waiting) return err('entry-state')
  if (waiting.version !== version) return err('entry-conflict')
  const back = { version, by, at: iso(at), reason }
  return ok(changed(entry, { state: 'draft', review: null, schedule: null, returned: back }))
}

/** Nothing is public any more, and nothing will be by a schedule. A text that is being written or reviewed stays that. */
export function withdrawn(entry: EntryItem): EntryItem {
  if (!entry.live && !entry.schedule) return entry
  const isIdle = entry.state === 'published' || entry.state === 'scheduled'
  return changed(entry, { state: isIdle ? 'withdrawn' : entry.state, live: null, schedule: null })
}

/** What its schedule said, at `at`; unchanged where that is not its schedule any more, or not due. */
export function fired(entry: EntryItem, content: Content, at: number): EntryItem {
  const { schedule } = entry
  if (!mayBe('fire', entry.state) || !schedule || Date.parse(schedule.at) > at) return entry
  const { version, by } = schedule
  return published(entry, { version, content, by, at })
}

type Publication = Act & { version: number; content: Content }
const published = (entry: EntryItem, { version, content, by, at }: Publication): EntryItem =>
  changed(entry, {
    state: 'published',
    review: null,
    schedule: null,
    live: { version, by, at: iso(at), card: cardOf(content) },
    writers: [],
  })

/** Whether its text would be lost where another took its place: a draft that no version has. */
export const isUnkept = ({ state, same }: EntryItem): boolean => state === 'draft' && (same ?? null) === null

/** Whether this very submission is made already. */
export const isSubmittedBy = ({ state, ...entry }: EntryItem, request: Submission, by: string): boolean =>
  state === 'in-review' &&
  entry.revision === request.revision &&
  entry.review?.by === by &&
  (entry.review.proposed ?? null) === request.proposed

/** Whether this person approved this very version already. */
export const isApprovedBy = ({ schedule, live, review }: EntryItem, version: number, by: string): boolean =>
  review === null && [schedule, live].some((step) => step?.version === version && step.by === by)

/** Whether this very version has that time already; `until` null: whether this person had it published. */
export const isRescheduledBy = (
  { schedule, live }: EntryItem,
  { version, until }: Omit<Approval, 'content'>,
  by: string,
): boolean =>
  until !== null && schedule
    ? schedule.version === version && Date.parse(schedule.at) === Date.parse(until)
    : schedule === null && live?.version === version && live.by === by

/** Whether this person sent this very version back already. */
export const isReturnedBy = ({ state, returned: back }: EntryItem, version: number, by: string): boolean =>
  state === 'draft' && back?.version === version && back.by === by
