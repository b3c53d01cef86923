/**
 * What staff do with entries. Each action reads the entry, decides by the pure rules and writes in one transaction with its
 * audit records and tasks; where somebody was faster it decides anew.
 */
import { type AuditRecords, changesOf } from '../../audit/fragments'
import { findingsIn } from '../../shared/blocks/findings'
import { err, ok, type Result } from '../../shared/result'
import { type Retry, retry, retryOnConflict } from '../../shared/retry'
import type { Write } from '../../shared/table'
import type { NewTask, TaskWrites } from '../../tasks/fragments'
import type { ExhibitionAuditAction } from '../contract/audit-actions'
import type { Content } from '../contract/entries'
import type { EntryItem } from '../rules/entry'
import { approved, created, isApprovedBy, isSubmittedBy, type NewEntry, submitted } from '../rules/machine'
import type { ExhibitionStore } from '../store'
import type { DocumentWriter } from './documents'

type Dependencies = {
  store: ExhibitionStore
  documents: DocumentWriter
  audit: AuditRecords<ExhibitionAuditAction>
  tasks: TaskWrites
  clock: () => number
}
type SubmitRefusal = 'entry-conflict' | 'entry-incomplete' | 'entry-state'
type ApproveRefusal = SubmitRefusal | 'own-entry' | 'gallery-full'
type Done<Refusal extends string> = Promise<Result<EntryItem, Refusal>>
/** `entry-busy`: others were faster every time. */
type Changed<Refusal extends string> = Done<Refusal | 'unknown-entry' | 'entry-busy'>

/** What an action comes to. `also`: the writes beside that of the entry. */
type Step<Refusal extends string> = Result<{ after: EntryItem; also: Write[] }, Refusal>
type Decide<Refusal extends string> = (before: EntryItem) => Promise<Step<Refusal>>

export type Asked = { id: string; by: string }

export const entryService = ({ store, documents, audit, tasks, clock }: Dependencies) => {
  const { entries } = store

  const record = (
    action: ExhibitionAuditAction,
    { id, region }: Pick<EntryItem, 'id' | 'region'>,
    by: string,
    facts: Record<string, unknown>,
  ): Write[] => audit.writes({ region, by, action, subject: id, changes: changesOf({}, facts) })

  const tryToChange = async <Refusal extends string>(
    id: string,
    decide: Decide<Refusal>,
  ): Promise<Result<EntryItem, Refusal | 'unknown-entry'> | Retry> => {
    const before = await entries.readEntry(id)
    if (!before) return err('unknown-entry')
    const step = await decide(before)
    if (!step.ok) return step
    const { after, also } = step.value
    // It is done already: the same request of the same person once more.
    if (after === before) return ok(before)
    const written = await store.transact([entries.putChanged(after), ...also])
    return written.ok ? ok(after) : retry
  }
  const change = async <Refusal extends string>(id: string, decide: Decide<Refusal>): Changed<Refusal> =>
    (await retryOnConflict(store, () => tryToChange(id, decide))) ?? err('entry-busy')

  /** Fragments: the documents that visitors read, where something else is public after the change. */
  const showing = async (before: EntryItem, after: EntryItem): Promise<Result<Write[], 'gallery-full'>> => {
    const names = galleriesTouched(before, after)
    return names.size === 0 ? ok([]) : documents.rewrite(after, names)
  }

  return {
    /** An entry that stands there already is the answer if the same request made it. */
    async create(asked: NewEntry & { by: string }): Done<'entry-exists'> {
      const entry = created(asked, { by: asked.by, at: clock() })
      const { title } = asked.content
      const written = await store.transact([
        entries.putNew(entry),
        entries.putWorking(entry.id, asked.content),
        ...record('entry-created', entry, asked.by, { name: title }),
      ])
      if (written.ok) return ok(entry)
      const existing = await entries.readEntry(entry.id)
      return existing?.asked === asked.asked ? ok(existing) : err('entry-exists')
    },

    /** Makes the working text a version, which nobody changes any more, and has it wait for a second person. */
    submit: ({ id, by, revision }: Asked & { revision: number }): Changed<SubmitRefusal> =>
      change<SubmitRefusal>(id, async (before) => {
        if (isSubmittedBy(before, revision, by)) return ok({ after: before, also: [] })
        const at = clock()
        const moved = submitted(before, revision, { by, at })
        if (!moved.ok) return moved
        const content = await readWhole(entries.readWorking(id))
        if (lacks(content)) return err('entry-incomplete')
        const after = moved.value
        const version = { version: after.latest, content, by, at: after.savedAt, writers: after.writers }
        return ok({
          after,
          also: [
            entries.putVersion(id, { ...version, at: new Date(at).toISOString() }),
            ...tasks.openTask(taskOf(after)),
            ...record('entry-submitted', after, by, { name: content.title, version: after.latest }),
          ],
        })
      }),

    /** By another person than its writers: public at once, or `until` then. */
    approve: ({ id, by, version, until }: Approving): Changed<ApproveRefusal> =>
      change<ApproveRefusal>(id, async (before) => {
        if (isApprovedBy(before, version, by)) return ok({ after: before, also: [] })
        const read = await entries.readVersion(id, version)
        if (!read) return err('entry-conflict')
        const moved = approved(before, { version, content: read.content, until }, { by, at: clock() })
        if (!moved.ok) return moved
        if (lacks(read.content)) return err('entry-incomplete')
        const after = moved.value
        const shown = await showing(before, after)
        if (!shown.ok) return shown
        const facts = { name: read.content.title, version, at: after.schedule?.at }
        return ok({
          after,
          also: [
            ...tasks.endTask(taskOf(before)),
            ...record('entry-approved', after, by, facts),
            ...shown.value,
          ],
        })
      }),
  }
}
export type Approving = Asked & { version: number; until: string | null }

/** Galleries in which something else is public after the change. */
function galleriesTouched({ live: before }: EntryItem, { live: after }: EntryItem): ReadonlySet<string> {
  if (before?.version === after?.version) return new Set()
  return new Set([before, after].flatMap((live) => live?.card.gallery ?? []))
}

const lacks = (content: Content): boolean =>
  content.kind === 'exhibit' && findingsIn(content.blocks).length > 0

/** An entry has its text: both are written in one transaction. */
const readWhole = async <T>(reading: Promise<T | null>): Promise<T> => {
  const read = await reading
  if (read === null) throw new Error('an entry without its text')
  return read
}

/** Nobody’s review runs out. */
const forever = '9999-01-01T00:00:00.000Z'

const taskOf = ({ id, region, card, review }: EntryItem): NewTask => {
  if (!review) throw new Error('nothing waits for a review')
  const { by, at, due } = review
  const facts = { title: card.title, gallery: card.gallery }
  return { region, power: 'publish', kind: 'entry', subject: id, by, at, due, until: forever, facts }
}
