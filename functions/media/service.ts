/** The use cases: rules, store and bucket together. */
import { systemId } from '../audit/contract'
import { type AuditRecords, changesOf } from '../audit/fragments'
import type { WeChat } from '../identity/fragments'
import type { Invoke } from '../shared/aws/invoke'
import type { Objects, UploadForm } from '../shared/aws/objects'
import type { Write } from '../shared/aws/table'
import { err, ok, type Result } from '../shared/result'
import type { NewTask, TaskWrites } from '../tasks/fragments'
import type { MediaAuditAction } from './contract/audit-actions'
import { isPlayed } from './contract/kinds'
import { servedKey, uploadKey } from './keys'
import { type PicturesRequest, picturesAnswerSchema } from './pictures/requests'
import {
  begun,
  type Decision,
  decided,
  finished,
  isSameUpload,
  isUsed,
  type Made,
  type MediaItem,
  type NewMedia,
  nextLook,
  quarantineDays,
  reviewDays,
  secondAfter,
  served,
} from './rules'
import { createChanging } from './service/changing'
import { createChecking } from './service/checking'
import { createParts, type PartsToSend } from './service/parts'
import type { MediaStore } from './store'

type Dependencies = {
  store: MediaStore
  objects: Objects
  pictures: Invoke
  wechat: Pick<WeChat, 'checkMedia'>
  audit: AuditRecords<MediaAuditAction>
  tasks: TaskWrites
  clock: () => number
  random: (bytes: number) => Uint8Array
}
/** `words`: all that is said in it. */
type Asked = NewMedia & { words?: string; by: string }
type Refusal = 'unknown-media' | 'media-state' | 'media-busy'
/** Why nothing can be made of what was uploaded. */
type Unfit = 'media-missing' | 'media-content' | 'media-codec'
export type MediaService = ReturnType<typeof createMediaService>

/** Until it is decided, or gone. */
const wordsDays = quarantineDays + reviewDays
/** How long a form is good for. */
const uploadSeconds = 15 * 60
/** A picture of 64 megapixels is decoded six times; of a film 100 MB are read and written. */
export const renditionsTimeoutMs = 18_000

export const createMediaService = (given: Dependencies) => {
  const { store, objects, audit, tasks, clock, random } = given

  const record = (
    action: MediaAuditAction,
    { id, region, type, bytes, description }: MediaItem,
    by: string,
    reason?: string,
  ): Write[] => {
    const facts = { type, bytes, description, reason }
    return audit.writes({ region, by, action, subject: id, changes: changesOf({}, facts) })
  }

  /** Fragments: that it is listed among what was decided lately. */
  const list = (item: MediaItem, decidedBy: string | null): Write[] => {
    const { state } = item
    const outcome = { decidedBy, decidedAt: new Date(clock()).toISOString() }
    const isOver = state === 'approved' || state === 'refused'
    return isOver ? [store.decided.put(item, { state, ...outcome }, secondAfter(clock(), reviewDays))] : []
  }

  const change = createChanging(store)
  const parts = createParts({ store, objects, change })
  const checking = createChecking({
    ...given,
    change,
    endTask: (item) => tasks.endTask(taskOf(item)),
    recordRisky: (item) => [...record('media-risky', item, systemId), ...list(item, null)],
  })

  /** Done again it does no harm: both sides of each copy never change. */
  const serve = async (item: MediaItem): Promise<MediaItem> => {
    const { id, reviewed, renditions } = item
    await Promise.all(renditions.map(({ name }) => objects.copy(`${reviewed}${name}`, servedKey(id, name))))
    const noted = await change(id, (before) => {
      const after = served(before)
      if (!after.ok) return after
      // Not before: where a copy failed, it waits on for whoever approves it again.
      const also = [...tasks.endTask(taskOf(before)), ...list(after.value, before.decided?.by ?? null)]
      return ok({ after: after.value, also })
    })
    if (noted.ok) return noted.value
    const now = (await store.read(id)) ?? item
    // WeChat called it risky while it was copied.
    if (now.state !== 'approved') await checking.withdraw(now)
    return now
  }

  /** Null: the key came with another request. */
  const started = async ({ by, words, ...file }: Asked): Promise<MediaItem | null> => {
    const at = clock()
    const fresh = begun(file, { by, at })
    const said = words === undefined ? [] : [store.putWords(fresh.id, words, secondAfter(at, wordsDays))]
    if ((await store.transact([store.putNew(fresh), ...said])).ok) return fresh
    const media = await store.read(fresh.id)
    const isSame = media && isSameUpload(media, file, by)
    return isSame && (await store.readWords(media.id)) === (words ?? null) ? media : null
  }

  /** Checks what was uploaded and makes its renditions, under keys of this try alone. */
  const rendered = async (waiting: MediaItem): Promise<Result<Made, Unfit | 'media-unavailable'>> => {
    const { id, type, upload } = waiting
    const joined = upload === '' ? ok(null) : await parts.join(waiting)
    if (!joined.ok) return joined
    const reviewed = `review/${id}/${Buffer.from(random(8)).toString('hex')}/`
    const request: PicturesRequest = { from: uploadKey(id), to: reviewed, type }
    const answer = await given.pictures(request)
    if (!answer.ok) return err('media-unavailable')
    const made = picturesAnswerSchema.parse(answer.value)
    return made.ok ? ok({ ...made.value, reviewed }) : made
  }

  return {
    read: store.read,
    /** What is said in a file that plays. */
    readWords: ({ id, type }: MediaItem) => (isPlayed(type) ? store.readWords(id) : null),
    /** What uses it now. */
    async readUses({ id }: MediaItem) {
      const { uses } = await store.uses.read(id)
      return uses.filter((use) => isUsed([use], clock())).map(({ domain, subject }) => ({ domain, subject }))
    },
    readMany: (ids: readonly string[]) => store.readMany(ids, { consistent: false }),
    answerCheck: checking.answer,
    listDecided: store.decided.list,

    /** A file of this id that waits already is the answer where the same person asked for the same. */
    async begin(
      upload: Asked,
    ): Promise<Result<{ media: MediaItem; form: UploadForm }, 'media-state' | 'reused'>> {
      const media = await started(upload)
      if (!media) return err('reused')
      if (media.state !== 'waiting') return err('media-state')
      const { id, type, bytes } = media
      const form = await objects.presignUpload({ key: uploadKey(id), type, bytes, seconds: uploadSeconds })
      return ok({ media, form })
    },

    /** The same for what is too large for a form. */
    async beginParts(upload: Asked): Promise<Result<PartsToSend, 'media-state' | 'media-busy' | 'reused'>> {
      const media = await started(upload)
      return media ? parts.next(media) : err('reused')
    },

    /** By whoever began it: nobody uploads in another's name. */
    async nextParts(id: string, by: string): Promise<Result<PartsToSend, Refusal>> {
      const media = await store.read(id)
      if (media?.by !== by) return err('unknown-media')
      return media.upload === '' ? err('media-state') : parts.next(media)
    },

    async giveUpParts(id: string, by: string): Promise<Result<MediaItem, Refusal>> {
      const media = await store.read(id)
      return media?.by === by ? parts.giveUp(media) : err('unknown-media')
    },

    /**
     * Checks what was uploaded, makes its renditions and asks WeChat about them; whoever asks again gets what was made, and what was
     * cut off is carried on.
     */
    async finish(
      id: string,
      { by, requestId }: { by: string; requestId: string },
    ): Promise<Result<MediaItem, Refusal | Unfit | 'media-unavailable'>> {
      const waiting = await store.read(id)
      if (!waiting) return err('unknown-media')
      if (waiting.state === 'ready') return ok(await checking.ask(waiting, requestId))
      if (waiting.state !== 'waiting') return err('media-state')
      const made = await rendered(waiting)
      if (!made.ok) return made
      const done = await change(id, (before) => {
        const moved = finished(before, made.value, clock())
        if (!moved.ok) return moved
        const also = [...tasks.openTask(taskOf(moved.value)), ...record('media-uploaded', moved.value, by)]
        return ok({ after: moved.value, also })
      })
      // Somebody else's try was faster: what it made is the answer.
      const now = done.ok ? done.value : await store.read(id)
      return now?.state === 'ready' ? ok(await checking.ask(now, requestId)) : done
    },

    /** By another person than whoever uploaded it. */
    async decide(
      id: string,
      { approve, reason, by }: Decision,
    ): Promise<Result<MediaItem, Refusal | 'own-media' | 'media-unchecked'>> {
      const now = await store.read(id)
      const isSame = now?.decided?.by === by && now.state === (approve ? 'approved' : 'refused')
      // What was cut off between the decision and the copies is made good by whoever approves it next.
      const isCutOff = now?.state === 'approved' && !now.served && approve && now.by !== by
      const done =
        isSame || isCutOff
          ? ok(now)
          : await change(id, (before) => {
              const moved = decided(before, { approve, reason, by }, clock())
              if (!moved.ok) return moved
              const action = approve ? 'media-approved' : 'media-refused'
              const over = [...tasks.endTask(taskOf(before)), ...list(moved.value, by)]
              const also = approve ? [store.looks.put({ id, at: nextLook(clock()) })] : over
              return ok({ after: moved.value, also: [...record(action, moved.value, by, reason), ...also] })
            })
      const isToServe = done.ok && done.value.state === 'approved' && !done.value.served
      return isToServe ? ok(await serve(done.value)) : done
    },
  }
}

/** Characters of its description: a row of a list, and fifty tasks are one small read. */
const mostInTask = 30

const taskOf = ({ id, region, power, type, description, by, at, due, expiresAt }: MediaItem): NewTask => {
  const until = new Date((expiresAt ?? 0) * 1000).toISOString()
  const facts = { type, ...(description && { description: description.slice(0, mostInTask) }) }
  return { region, power, kind: 'media', subject: id, by, at, due, until, facts }
}
