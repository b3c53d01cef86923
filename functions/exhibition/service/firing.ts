/** What a schedule makes public when its time has come. Apart, because the job that does it may write no tasks. */
import { ok } from '../../shared/result'
import { titleOf } from '../contract/kinds'
import { fired } from '../rules/machine'
import { type Changed, type Changing, type EntryDependencies, existing, unchanged } from './changing'
import type { Full } from './writer'

export const firingService = (
  { store: { entries, due }, clock }: Pick<EntryDependencies, 'store' | 'clock'>,
  { change, record, showing }: Changing,
) => ({
  readDue: due.readDue,

  /** Publishes what is due; unchanged where it was withdrawn, sent back or published meanwhile. */
  fire: (id: string): Changed<Full> =>
    change<Full>(id, async (before) => {
      const { schedule } = before
      if (!schedule) return unchanged(before)
      const { content } = await existing(entries.readVersion(id, schedule.version))
      const after = fired(before, content, clock())
      if (after === before) return unchanged(before)
      const shown = await showing(before, after)
      if (!shown.ok) return shown
      const facts = { name: titleOf(content), version: schedule.version, at: schedule.at }
      return ok({
        after,
        also: [
          ...due.removeDue(id, schedule),
          ...record('entry-published', after, schedule.by, facts),
          ...shown.value,
        ],
      })
    }),
})
export type FiringService = ReturnType<typeof firingService>
