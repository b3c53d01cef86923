/** Documents without the files that were taken off after they had been published: what WeChat called risky, late. */
import type { TakenOffMedia } from '../../media/fragments'
import { ok } from '../../shared/result'
import { type Changing, unchanged } from './changing'
import type { DocumentWriter } from './documents'
import type { Full } from './writer'

type Dependencies = { takenOff: TakenOffMedia; documents: DocumentWriter; change: Changing['change'] }
export type TakingOff = ReturnType<typeof createTakingOff>

export const createTakingOff = ({ takenOff, documents, change }: Dependencies) => {
  /** False where its documents stand as they were. */
  const rewrite = async (id: string): Promise<boolean> => {
    const done = await change<Full>(id, async (before) => {
      if (!before.live) return unchanged(before)
      const after = { ...before, change: before.change + 1 }
      const shown = await documents.rewrite(before, after)
      return shown.ok ? ok({ after, also: shown.value }) : shown
    })
    return done.ok || done.error === 'unknown-entry'
  }

  /** How many files it was done for, and how many not: the next run does it again. */
  return async (): Promise<{ takenOff: number; failed: number }> => {
    const did = { takenOff: 0, failed: 0 }
    for (const { id, subjects } of await takenOff.read()) {
      let isDone = true
      for (const subject of subjects) isDone = (await rewrite(subject)) && isDone
      if (isDone) await takenOff.done(id)
      did[isDone ? 'takenOff' : 'failed']++
    }
    return did
  }
}
