/** Writing: a new entry, a save, an earlier version restored. No text that was acknowledged is overwritten by who has not seen it. */
import { err, ok, type Result } from '../../shared/result'
import { type Content, titleOf } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import { created, isUnkept, type NewEntry, restored, saved } from '../rules/machine'
import {
  type Asked,
  type Changed,
  type Changing,
  type EntryDependencies,
  existing,
  unchanged,
} from './changing'
import type { Checking } from './checking'
import { mediaIn } from './media'

type WriteRefusal = 'entry-conflict' | 'entry-state'
export type Saving = Asked & { base: number; content: Content }
export type Restoring = Asked & { base: number; version: number }

export const writingService = (
  { store, uses, clock }: EntryDependencies,
  { change, record }: Changing,
  { checked }: Checking,
) => {
  const { entries } = store
  return {
    /** An entry that stands there already is the answer if the same request made it. */
    async create(
      request: NewEntry & Pick<Asked, 'by' | 'requestId'>,
    ): Promise<Result<EntryItem, 'entry-exists'>> {
      const entry = created(request, { by: request.by, at: clock() })
      await uses.use(mediaIn(request.content), entry.id)
      const written = await store.transact([
        entries.putNew(entry),
        entries.putWorking(entry, request.content),
        ...record('entry-created', entry, request.by, { name: titleOf(request.content) }),
      ])
      const found = written.ok ? entry : await entries.readEntry(entry.id)
      if (found?.asked !== request.asked) return err('entry-exists')
      // The text of a request that is sent again may have been written on since.
      return ok(found.revision === 1 ? await checked(found, request, request.content) : found)
    },

    /** A save of what stands there already changes nothing, so that one whose answer was lost can be sent again. */
    async save({ id, by, requestId, base, content }: Saving): Changed<WriteRefusal> {
      const done = await change<WriteRefusal>(id, async (before) => {
        const { content: working } = await existing(entries.readWorking(id))
        if (isSame(content, working)) return unchanged(before)
        const moved = saved(before, { base, content }, { by, at: clock() })
        if (!moved.ok) return moved
        const [was, is] = [mediaIn(working), mediaIn(content)]
        // Where one is gone the text keeps its name: whoever submits it is refused.
        await uses.use(without(is, was), id)
        // What a version names stays, for it may be restored.
        const left = before.latest === 0 ? without(was, is).slice(0, mostLeft) : []
        const after = moved.value
        const facts = { name: titleOf(content), revision: after.revision }
        return ok({
          after,
          also: [
            entries.putWorking(after, content),
            ...uses.leaving(left, id),
            ...record('entry-saved', after, by, facts),
          ],
        })
      })
      return done.ok ? ok(await checked(done.value, { by, requestId }, content)) : done
    },

    /** Its writers count as writers of the entry again. A draft that no version has becomes one, so that it can be restored too. */
    restore: ({ id, by, base, version }: Restoring): Changed<WriteRefusal | 'unknown-version'> =>
      change<WriteRefusal | 'unknown-version'>(id, async (before) => {
        const found = await entries.readVersion(id, version)
        if (!found) return err('unknown-version')
        const { content } = found
        const { content: working } = await existing(entries.readWorking(id))
        const isSentAgain = before.revision === base + 1 && before.savedBy === by
        if (isSentAgain && isSame(content, working)) return unchanged(before)
        const keeps = isUnkept(before) && !isSame(content, working)
        const moved = restored(before, { base, version: found, keeps }, { by, at: clock() })
        if (!moved.ok) return moved
        const { after, kept } = moved.value
        const facts = { name: titleOf(content), version }
        return ok({
          after,
          also: [
            entries.putWorking(after, content),
            ...(kept ? entries.putVersion(id, { ...kept, content: working }) : []),
            ...record('entry-restored', after, by, facts),
          ],
        })
      }),
  }
}

const without = (ids: readonly string[], others: readonly string[]) =>
  ids.filter((id) => !others.includes(id))

/** A transaction holds a hundred writes; whatever else is left is kept without need. */
const mostLeft = 50

/** Schemas write the fields of a type in one order, so equal texts are equal JSON. */
const isSame = (one: Content, other: Content) => JSON.stringify(one) === JSON.stringify(other)
