/** An entry as staff see it. */
import type { Failure } from '../../shared/http/problems'
import { err, ok, type Result } from '../../shared/result'
import type { Content, Entry, EntrySummary } from '../contract/entries'
import { findingsOf } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import { checkOf } from '../rules/machine'
import { wordingOf } from '../rules/wording'
import type { ExhibitionService } from '../service'

export const summaryOf = (entry: EntryItem): EntrySummary => {
  const { id, region, kind, card, state, revision, savedBy, savedAt, writers } = entry
  const { review, schedule, live, returned } = entry
  const { gallery, title, position } = card
  return {
    ...{ id, region, kind, gallery, title, position, state, revision, savedBy, savedAt, writers },
    live: live && { version: live.version, at: live.at },
    review: review && {
      version: review.version,
      by: review.by,
      at: review.at,
      proposed: review.proposed ?? null,
    },
    schedule,
    returned,
    check: checkOf(entry),
  }
}

const viewOf = (entry: EntryItem, content: Content): Entry => ({
  ...summaryOf(entry),
  content,
  findings: findingsOf(content),
  wording: wordingOf(content),
})

type Reads = Pick<ExhibitionService, 'readEntry' | 'readWorking'>

/** As often as others can save between two reads before somebody hears that the exhibition is busy. */
const mostLooks = 5

/** With the working text of its revision; of a later one where the entry was written on meanwhile. Null: others kept writing. */
export const show = async (reads: Reads, entry: EntryItem): Promise<Entry | null> => {
  let now = entry
  for (let looks = 1; looks <= mostLooks; looks++) {
    const working = await reads.readWorking(entry.id)
    if (!working) throw new Error('an entry without its text')
    if (working.revision === now.revision) return viewOf(now, working.content)
    now = (await reads.readEntry(entry.id)) ?? now
  }
  return null
}

/** Whoever is refused because of what stands there now gets that too, to compare it with what they have. */
const withCurrent: readonly string[] = [
  'entry-conflict',
  'entry-incomplete',
  'entry-wording',
  'entry-risky',
  'entry-unchecked',
]

type Answer<Code extends string> = Result<{ json: Entry }, Failure<Code | 'entry-busy'>>

/** `written`: the text of a request that wrote it. */
export const answerOf = async <Code extends string>(
  reads: Reads,
  id: string,
  done: Result<EntryItem, Code>,
  written?: Content,
): Promise<Answer<Code>> => {
  if (done.ok) {
    const entry = written ? viewOf(done.value, written) : await show(reads, done.value)
    return entry ? ok({ json: entry }) : err({ code: 'entry-busy' })
  }
  const entry = withCurrent.includes(done.error) ? await reads.readEntry(id) : null
  const current = entry && (await show(reads, entry))
  const errors = done.error === 'entry-wording' && current ? { errors: wordingErrors(current) } : {}
  return err({ code: done.error, ...errors, ...(entry && { current }) })
}

/** Which rule is broken where: `content.blocks.2.text`, `content.title`. */
const wordingErrors = ({ wording = [] }: Entry) =>
  wording
    .filter(({ isRefused }) => isRefused)
    .map(({ at, field, rule }) => ({
      field: ['content', at === null ? [] : ['blocks', at], field].flat(2).join('.'),
      message: rule,
    }))
