/** An entry as staff see it. */
import { findingsIn } from '../../shared/blocks/findings'
import type { Failure } from '../../shared/problems'
import { err, ok, type Result } from '../../shared/result'
import type { Content, Entry, EntrySummary } from '../contract/entries'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionService } from '../service'

export const summaryOf = (entry: EntryItem): EntrySummary => {
  const { id, region, kind, card, state, revision, savedBy, savedAt, writers } = entry
  const { review, schedule, live, returned } = entry
  const { gallery, title, position } = card
  return {
    ...{ id, region, kind, gallery, title, position, state, revision, savedBy, savedAt, writers },
    live: live && { version: live.version, at: live.at },
    review: review && { version: review.version, by: review.by, at: review.at },
    schedule,
    returned,
  }
}

const viewOf = (entry: EntryItem, content: Content): Entry => ({
  ...summaryOf(entry),
  content,
  findings: content.kind === 'exhibit' ? findingsIn(content.blocks) : [],
})

type Reads = Pick<ExhibitionService, 'readEntry' | 'readWorking'>

/** With its working text, which may be a moment newer than the rest. */
export const show = async ({ readWorking }: Reads, entry: EntryItem): Promise<Entry> => {
  const content = await readWorking(entry.id)
  if (!content) throw new Error('an entry without its text')
  return viewOf(entry, content)
}

/** Whoever is refused because of what stands there now gets that too, to compare it with what they have. */
const withCurrent: readonly string[] = ['entry-conflict', 'entry-incomplete']

export const answerOf = async <Code extends string>(
  reads: Reads,
  id: string,
  done: Result<EntryItem, Code>,
): Promise<Result<{ json: Entry }, Failure<Code>>> => {
  if (done.ok) return ok({ json: await show(reads, done.value) })
  const entry = withCurrent.includes(done.error) ? await reads.readEntry(id) : null
  return err({ code: done.error, ...(entry && { current: await show(reads, entry) }) })
}
