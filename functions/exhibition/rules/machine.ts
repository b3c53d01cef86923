/**
 * What each action makes of an entry, or why it may not be taken. The clock and whoever acts are arguments; what an action
 * makes public is what another person than its writers approved. Pure.
 */
import { dayMs } from '../../shared/day'
import { err, ok, type Result } from '../../shared/result'
import type { Content } from '../contract/entries'
import { cardOf, type EntryItem } from './entry'
import { mayBe } from './states'

/** `at`: ms since 1970. */
export type Act = { by: string; at: number }
export type NewEntry = Pick<EntryItem, 'id' | 'region' | 'asked'> & { content: Content }

/** In which a second person should have read what was submitted. */
const reviewDays = 3

const iso = (ms: number) => new Date(ms).toISOString()

export const created = ({ id, region, content, asked }: NewEntry, { by, at }: Act): EntryItem => ({
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
  writers: [by],
  asked,
  change: 1,
})

const changed = (entry: EntryItem, change: Partial<EntryItem>): EntryItem => ({
  ...entry,
  ...change,
  change: entry.change + 1,
})

/** The version that it makes has the number `latest`. */
export function submitted(
  entry: EntryItem,
  revision: number,
  { by, at }: Act,
): Result<EntryItem, 'entry-state' | 'entry-conflict'> {
  if (!mayBe('submit', entry.state)) return err('entry-state')
  if (entry.revision !== revision) return err('entry-conflict')
  const version = entry.latest + 1
  const review = { version, by, at: iso(at), due: iso(at + reviewDays * dayMs) }
  return ok(changed(entry, { state: 'in-review', latest: version, review }))
}

type Approval = { version: number; content: Content; until: string | null }
type Refusal = 'entry-state' | 'entry-conflict' | 'own-entry'

/** Public at once, or from `until` on where that is still to come. */
export function approved(
  entry: EntryItem,
  { version, content, until }: Approval,
  act: Act,
): Result<EntryItem, Refusal> {
  if (!mayBe('approve', entry.state) || !entry.review) return err('entry-state')
  if (entry.review.version !== version) return err('entry-conflict')
  if (entry.writers.includes(act.by)) return err('own-entry')
  if (until === null || Date.parse(until) <= act.at)
    return ok(published(entry, { version, content, by: act.by, at: act.at }))
  const schedule = { version, by: act.by, at: iso(Date.parse(until)) }
  return ok(changed(entry, { state: 'scheduled', review: null, schedule }))
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

/** Whether this very submission is made already. */
export const isSubmittedBy = ({ state, revision, review }: EntryItem, asked: number, by: string): boolean =>
  state === 'in-review' && revision === asked && review?.by === by

/** Whether this person approved this very version already. */
export const isApprovedBy = ({ schedule, live, review }: EntryItem, version: number, by: string): boolean =>
  review === null && [schedule, live].some((step) => step?.version === version && step.by === by)
