/** Files that go up in parts: begun once, carried on as often as one likes, put together when all is there. */
import type { Objects } from '../../shared/aws/objects'
import { err, ok, type Result } from '../../shared/result'
import { uploadKey } from '../keys'
import type { MediaItem } from '../rules'
import { missingParts, type PartOf, partsOf } from '../rules/parts'
import type { MediaStore } from '../store'
import type { Changing, Decide } from './changing'

type Dependencies = { store: MediaStore; objects: Objects; change: Changing }
export type AddressedPart = PartOf & { url: string }
/** `missing`: what is to be sent, each part to its address. */
export type PartsToSend = { media: MediaItem; missing: AddressedPart[] }

/** How long an address of a part is good for. */
const partSeconds = 15 * 60
/** What comes in later than that is removed with what nobody finished, after a day. */
const mostAborts = 3

export const createParts = ({ store, objects, change }: Dependencies) => {
  /** With an upload of its own: of two who begin at once one gives up what it began. */
  const opened = async (media: MediaItem): Promise<Result<MediaItem, 'media-state' | 'media-busy'>> => {
    if (media.upload !== '') return ok(media)
    const key = uploadKey(media.id)
    const upload = await objects.beginParts(key, media.type)
    const open: Decide<'media-state'> = (before) =>
      before.state === 'waiting' && before.upload === ''
        ? ok({ after: { ...before, upload, change: before.change + 1 }, also: [] })
        : err('media-state')
    const done = await change(media.id, open)
    if (done.ok) return done
    await objects.abortParts(key, upload)
    const now = await store.read(media.id)
    if (now?.state === 'waiting' && now.upload !== '') return ok(now)
    return err(done.error === 'media-busy' ? 'media-busy' : 'media-state')
  }

  /** A part that was on its way is taken in behind an abort, and stays until the next. */
  const abort = async (key: string, upload: string): Promise<void> => {
    for (let i = 0; i < mostAborts; i++) {
      await objects.abortParts(key, upload)
      if ((await objects.partsOf(key, upload)) === null) return
    }
  }

  const toSend = async (media: MediaItem): Promise<PartsToSend> => {
    const { upload, bytes } = media
    const key = uploadKey(media.id)
    const there = (await objects.partsOf(key, upload)) ?? []
    const missing = missingParts(bytes, there).map(async (part) => ({
      ...part,
      url: await objects.presignPart({ ...part, key, upload, seconds: partSeconds }),
    }))
    return { media, missing: await Promise.all(missing) }
  }

  return {
    /** What is still to be sent of a file that waits. */
    async next(media: MediaItem): Promise<Result<PartsToSend, 'media-state' | 'media-busy'>> {
      if (media.state !== 'waiting') return err('media-state')
      const open = await opened(media)
      return open.ok ? ok(await toSend(open.value)) : open
    },

    /** The object of all parts. `media-missing`: some are not there. */
    async join({ id, upload, bytes }: MediaItem): Promise<Result<null, 'media-missing'>> {
      const there = await objects.partsOf(uploadKey(id), upload)
      // It was put together before, by a finish that was cut off.
      if (there === null) return ok(null)
      if (missingParts(bytes, there).length > 0) return err('media-missing')
      const wanted = there.filter(({ number }) => number <= partsOf(bytes).length)
      await objects.completeParts(uploadKey(id), upload, wanted)
      return ok(null)
    },

    /** What was sent is thrown away; whoever asks for parts again begins anew. */
    async giveUp(
      media: MediaItem,
    ): Promise<Result<MediaItem, 'unknown-media' | 'media-state' | 'media-busy'>> {
      const close: Decide<'media-state'> = (before) =>
        before.state === 'waiting'
          ? ok({ after: { ...before, upload: '', change: before.change + 1 }, also: [] })
          : err('media-state')
      const done = await change(media.id, close)
      if (done.ok && media.upload !== '') await abort(uploadKey(media.id), media.upload)
      return done
    },
  }
}
