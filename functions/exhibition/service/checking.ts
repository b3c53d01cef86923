/**
 * WeChat's look at what was written (msgSecCheck). A text is saved first and looked at then, so that no answer, late or none, loses a word
 * of it; what came of it stands on the entry with the revision that it is about.
 */
import { type TextCheck, textPieces } from '../../identity/fragments'
import { type Content, textsIn } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import { checkOf, type Verdict } from '../rules/machine'
import { type Asked, type Changing, type EntryDependencies, existing, unchanged } from './changing'

/** Milliseconds that whoever saves can wait for all pieces of a long text; the last of them may take its own time. */
const patienceMs = 5_000
/** `by`: whose visit of the mini-program WeChat asks for. */
type Visit = Pick<Asked, 'by' | 'requestId'>

export const checkingService = (
  { store: { entries }, check, clock }: EntryDependencies,
  { change }: Pick<Changing, 'change'>,
) => {
  /** One piece after the other: most texts are one, and whoever cannot be checked is asked about once. */
  const verdictOn = async (
    ask: TextCheck,
    { by, requestId = 'none' }: Visit,
    content: Content,
  ): Promise<Verdict> => {
    const until = clock() + patienceMs
    for (const text of textPieces(textsIn(content).map((one) => one.text))) {
      if (clock() >= until) return 'unchecked'
      const verdict = await ask({ person: by, scene: 'forum', text, requestId })
      if (verdict !== 'pass') return verdict === 'risky' ? 'risky' : 'unchecked'
    }
    return 'pass'
  }

  /** The entry with what came of it; as it was given where it has been written on meanwhile, or others were faster every time. */
  const mark = async (entry: EntryItem, verdict: Verdict): Promise<EntryItem> => {
    const { id, revision } = entry
    const marked = await change<never>(id, async (before) => {
      if (before.revision !== revision || checkOf(before) === verdict) return unchanged(before)
      return {
        ok: true,
        value: { after: { ...before, check: { revision, verdict }, change: before.change + 1 }, also: [] },
      }
    })
    return marked.ok && marked.value.revision === revision ? marked.value : entry
  }

  /** Where its text was not looked at yet. */
  const checked = async (entry: EntryItem, visit: Visit, content: Content): Promise<EntryItem> => {
    if (!check || checkOf(entry) !== 'unchecked') return entry
    const verdict = await verdictOn(check, visit, content)
    return verdict === 'unchecked' ? entry : mark(entry, verdict)
  }

  return {
    checked,
    /** Before a submission: what could not be looked at when it was saved. */
    async checkAgain({ id, revision, ...visit }: Asked & { revision: number }): Promise<void> {
      const entry = await entries.readEntry(id)
      if (entry?.state !== 'draft' || entry.revision !== revision || checkOf(entry) !== 'unchecked') return
      const working = await existing(entries.readWorking(id))
      if (working.revision === revision) await checked(entry, visit, working.content)
    },
  }
}
export type Checking = ReturnType<typeof checkingService>
