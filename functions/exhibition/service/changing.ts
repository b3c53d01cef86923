/**
 * What all actions on entries share: read the entry, decide by the pure rules, and write it with everything that goes along
 * in one transaction; where somebody was faster, decide anew.
 */
import { type AuditRecords, changesOf } from '../../audit/fragments'
import type { TextCheck } from '../../identity/fragments'
import type { MediaReads, MediaUses } from '../../media/fragments'
import type { Write } from '../../shared/aws/table'
import { type Retry, retry, retryOnConflict } from '../../shared/items/retry'
import { err, ok, type Result } from '../../shared/result'
import type { TaskWrites } from '../../tasks/fragments'
import type { ExhibitionAuditAction } from '../contract/audit-actions'
import { type Content, findingsOf } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import { hasForbiddenWords } from '../rules/wording'
import type { ExhibitionStore } from '../store'
import type { DocumentWriter } from './documents'
import type { Full } from './writer'

export type EntryDependencies = {
  store: ExhibitionStore
  documents: DocumentWriter
  audit: AuditRecords<ExhibitionAuditAction>
  tasks: TaskWrites
  media: MediaReads
  uses: MediaUses
  /** Null where there is no WeChat to ask: demonstration data and commands. */
  check: TextCheck | null
  clock: () => number
}
/** What is asked of an entry. `by`: person id. */
/** `requestId`: of the request that asks, for the log; absent where none does. */
export type Asked = { id: string; by: string; requestId?: string }
/** `entry-busy`: others were faster every time. */
export type Changed<Refusal extends string> = Promise<
  Result<EntryItem, Refusal | 'unknown-entry' | 'entry-busy'>
>
/** What an action comes to. `also`: the writes beside that of the entry. */
type Step<Refusal extends string> = Result<{ after: EntryItem; also: Write[] }, Refusal>
type Decide<Refusal extends string> = (before: EntryItem) => Promise<Step<Refusal>>

export const createChanging = ({
  store,
  documents,
  audit,
}: Pick<EntryDependencies, 'store' | 'documents' | 'audit'>) => {
  const { entries } = store

  const attempt = async <Refusal extends string>(
    id: string,
    decide: Decide<Refusal>,
  ): Promise<Result<EntryItem, Refusal | 'unknown-entry'> | Retry> => {
    const before = await entries.readEntry(id)
    if (!before) return err('unknown-entry')
    const step = await decide(before)
    if (!step.ok) return step
    const { after, also } = step.value
    // It is so already, e.g. by the same request of the same person.
    if (after === before) return ok(before)
    const written = await store.transact([entries.putChanged(after), ...also])
    return written.ok ? ok(after) : retry
  }

  return {
    change: async <Refusal extends string>(id: string, decide: Decide<Refusal>): Changed<Refusal> =>
      (await retryOnConflict(store, () => attempt(id, decide))) ?? err('entry-busy'),

    /** Fragments: the audit record of an action. */
    record: (
      action: ExhibitionAuditAction,
      { id, region }: Pick<EntryItem, 'id' | 'region'>,
      by: string,
      facts: Record<string, unknown>,
    ): Write[] => audit.writes({ region, by, action, subject: id, changes: changesOf({}, facts) }),

    /** Fragments: the documents that visitors read, where something else is public after the change. */
    async showing(before: EntryItem, after: EntryItem): Promise<Result<Write[], Full>> {
      const isSame = before.live?.version === after.live?.version
      return isSame ? ok([]) : documents.rewrite(before, after)
    },
  }
}
export type Changing = ReturnType<typeof createChanging>

/** It is changed already. */
export const unchanged = (entry: EntryItem) => ok({ after: entry, also: [] })

/** What keeps a text from being submitted, and from being approved where it was submitted before that was asked for. */
export function lackOf(content: Content): 'entry-incomplete' | 'entry-wording' | null {
  if (findingsOf(content).length > 0) return 'entry-incomplete'
  return hasForbiddenWords(content) ? 'entry-wording' : null
}

/** An entry has its texts: they are written in one transaction with it. */
export const existing = async <T>(reading: Promise<T | null>): Promise<T> => {
  const read = await reading
  if (read === null) throw new Error('an entry without its text')
  return read
}
