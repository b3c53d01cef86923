/** Removes what was approved and nobody uses. Each step may be done again, so that a run may die anywhere. */
import type { Objects } from '../../shared/aws/objects'
import type { Write } from '../../shared/aws/table'
import { ok } from '../../shared/result'
import { servedKey } from '../keys'
import { isUsed, type MediaItem, nextLook, removed, reviewDays, secondAfter } from '../rules'
import type { MediaStore } from '../store'
import type { Look } from '../store/looks'
import type { Changing } from './changing'

type Dependencies = {
  store: MediaStore
  objects: Pick<Objects, 'remove'>
  change: Changing
  /** Fragments: that it was removed, on record. */
  recordRemoval: (item: MediaItem) => Write[]
  clock: () => number
}
export type Swept = { removed: number; kept: number; complete: boolean }

export const createSweeping = ({ store, objects, change, recordRemoval, clock }: Dependencies) => {
  const { uses, looks } = store

  /** False: somebody uses it, or was faster than this. */
  const isTaken = async (id: string): Promise<boolean> => {
    const known = await uses.read(id)
    if (known.isClosed) return true
    if (isUsed(known.uses, clock())) return false
    return uses.close(id, known, secondAfter(clock(), 2 * reviewDays) * 1000)
  }

  const takeAway = async ({ id, renditions }: MediaItem) => {
    await change(id, (before) => {
      const after = removed(before, clock())
      return after.ok ? ok({ after: after.value, also: recordRemoval(after.value) }) : after
    })
    await Promise.all(renditions.map(({ name }) => objects.remove(servedKey(id, name))))
  }

  const lookAt = async (look: Look): Promise<keyof Omit<Swept, 'complete'>> => {
    const item = await store.read(look.id)
    const isShown = item?.state === 'approved' || item?.state === 'removed'
    if (item && isShown && !(await isTaken(item.id))) {
      const next = { id: look.id, at: nextLook(clock()) }
      await store.transact([looks.remove(look), looks.put(next)])
      return 'kept'
    }
    // Of what was refused nothing lies there any more.
    if (item && isShown) await takeAway(item)
    await store.transact([looks.remove(look)])
    return 'removed'
  }

  /** Begins nothing new after `until` (ms since 1970). */
  return async (until = Number.POSITIVE_INFINITY): Promise<Swept> => {
    const swept: Swept = { removed: 0, kept: 0, complete: true }
    for (const look of await looks.due(new Date(clock()).toISOString())) {
      if (clock() >= until) return { ...swept, complete: false }
      swept[await lookAt(look)]++
    }
    return swept
  }
}
