/** Asks WeChat about a file, and takes its answers in whichever order they come. */
import type { WeChat } from '../../identity/fragments'
import type { Objects } from '../../shared/aws/objects'
import type { Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import { kindOfType } from '../contract/kinds'
import { servedKey } from '../keys'
import { answered, asked, type MediaItem, reviewDays, secondAfter, stateShown } from '../rules'
import { checkMinutes, type Verdict } from '../rules/check'
import type { MediaStore } from '../store'
import type { Changing, Decide } from './changing'

type Dependencies = {
  store: MediaStore
  objects: Pick<Objects, 'presignRead' | 'remove'>
  wechat: Pick<WeChat, 'checkMedia'>
  change: Changing
  /** What ends the task of whoever has to look at it. */
  endTask: (item: MediaItem) => Write[]
  /** Fragments: that WeChat refused it, on record. */
  recordRisky: (item: MediaItem) => Write[]
  clock: () => number
}

export const createChecking = (given: Dependencies) => {
  const { store, objects, wechat, change, endTask, recordRisky, clock } = given
  const expiresAt = () => secondAfter(clock(), reviewDays)

  const judge = (id: string, verdict: Verdict) =>
    change<'nothing-new'>(id, (before) => {
      const after = answered(before, verdict, clock())
      if (!after) return err('nothing-new')
      const isOver = stateShown(before) === 'ready' && after.state === 'refused'
      const risky = verdict === 'risky' ? recordRisky(after) : []
      return ok({ after, also: [...(isOver ? endTask(before) : []), ...risky] })
    })

  /** What the public may have had goes from the bucket, and a note says so to who shows it. Done again it does no harm. */
  const withdraw = async ({ id, renditions }: MediaItem) => {
    await Promise.all(renditions.map(({ name }) => objects.remove(servedKey(id, name))))
    const { uses } = await store.uses.read(id)
    for (const domain of new Set(uses.map((use) => use.domain))) {
      const subjects = uses.flatMap((use) => (use.domain === domain ? [use.subject] : []))
      await store.takenOff.note(domain, { id, subjects }, expiresAt())
    }
  }

  const settle = async (id: string, verdict: Verdict): Promise<Result<null, 'media-busy'>> => {
    const done = await judge(id, verdict)
    if (!done.ok && done.error === 'media-busy') return err('media-busy')
    const now = verdict === 'risky' ? await store.read(id) : null
    if (now) await withdraw(now)
    return ok(null)
  }

  const traceOf = async ({ type, reviewed, forCheck, by }: MediaItem, requestId: string) => {
    const url = await objects.presignRead(`${reviewed}${forCheck}`, checkMinutes * 60)
    const kind = kindOfType(type) === 'audio' ? 'audio' : 'picture'
    return wechat.checkMedia({ requestId, person: by, kind, url })
  }

  const noteAsked: Decide<'media-state'> = (before) => {
    const after = asked(before)
    return after.ok ? ok({ after: after.value, also: [] }) : after
  }

  return {
    withdraw,

    /** Asks about what waits to be asked about; whoever asks again gets how it stands. */
    async ask(item: MediaItem, requestId: string): Promise<MediaItem> {
      if (item.check?.state !== 'due') return item
      const trace = item.forCheck === '' ? null : await traceOf(item, requestId)
      const { id } = item
      if (trace === null) await judge(id, 'none')
      else {
        const noted = await store.transact([store.putTrace(trace, { media: id, verdict: null }, expiresAt())])
        // Refused where WeChat was faster than this note of its trace.
        const early = noted.ok ? null : await store.readTrace(trace)
        if (early?.verdict) await settle(id, early.verdict)
        else await change(id, noteAsked)
      }
      return (await store.read(id)) ?? item
    },

    /** Whoever sends it again changes nothing. `media-busy`: it has to be sent again. */
    async answer(trace: string, verdict: Verdict): Promise<Result<null, 'media-busy'>> {
      const known = await store.readTrace(trace)
      if (known?.media) return settle(known.media, verdict)
      const early: Write = store.putTrace(trace, { media: null, verdict }, expiresAt())
      if (known || (await store.transact([early])).ok) return ok(null)
      const now = await store.readTrace(trace)
      return now?.media ? settle(now.media, verdict) : ok(null)
    },
  }
}
