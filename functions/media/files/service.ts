/** Checks a recording, a film or a document, and stores what is shown of it: as it was coded, without anything beside. */
import type { Log } from '../../shared/aws/logger'
import type { Objects } from '../../shared/aws/objects'
import { err, ok, type Result } from '../../shared/result'
import type { StoredRendition } from '../contract/fields'
import { kindOfType, type PlayedType } from '../contract/kinds'
import { caching } from '../pictures/caching'
import { hidesAnother } from '../pictures/content'
import type { PicturesAnswer, PicturesRequest } from '../pictures/requests'
import { recordingIn } from './mp3'
import { planOf } from './mp4/plan'
import { documentIn } from './pdf'
import type { FileRefusal } from './refusal'
import type { Source } from './source'
import { written } from './writing'

const names: Readonly<Record<PlayedType, string>> = {
  'audio/mpeg': 'sound.mp3',
  'audio/mp4': 'sound.m4a',
  'video/mp4': 'film.mp4',
  'application/pdf': 'document.pdf',
}
/** WeChat takes recordings of up to so many bytes, and neither films nor documents. */
const mostForCheck = 10 * 1024 * 1024
const headBytes = 1024

export type FileObjects = Pick<
  Objects,
  'read' | 'readRange' | 'write' | 'beginParts' | 'putPart' | 'completeParts' | 'abortParts'
>
type Dependencies = { objects: FileObjects; log: Log }
type PlayedRequest = Omit<PicturesRequest, 'type'> & { type: PlayedType }
/** What is known of a file beside its bytes. */
type Shape = { seconds: number | null; width: number | null; height: number | null }
const shapeless: Shape = { seconds: null, width: null, height: null }
type Stored = { bytes: number; shape: Shape }

export const createFiles = ({ objects, log }: Dependencies) => {
  const whole = async (key: string, bytes: Buffer, type: PlayedType, shape: Shape): Promise<Stored> => {
    await objects.write(key, { bytes, type, caching })
    return { bytes: bytes.length, shape }
  }

  const film = async (
    source: Source,
    key: string,
    type: PlayedType,
  ): Promise<Result<Stored, FileRefusal>> => {
    const plan = await planOf(source, type === 'video/mp4' ? 'video' : 'audio')
    if (!plan.ok) return plan
    const bytes = await written(objects, { plan: plan.value, source, key, type })
    const { seconds, width, height } = plan.value
    return ok({ bytes, shape: { seconds, width, height } })
  }

  const inMemory = async (
    source: Source,
    key: string,
    type: PlayedType,
  ): Promise<Result<Stored, FileRefusal>> => {
    const bytes = Buffer.from(await source.read(0, source.size))
    if (type === 'application/pdf') {
      const document = documentIn(bytes)
      return document.ok ? ok(await whole(key, document.value, type, shapeless)) : document
    }
    const recording = recordingIn(bytes)
    if (!recording.ok) return recording
    const { frames, seconds } = recording.value
    return ok(await whole(key, bytes.subarray(frames.from, frames.until), type, { ...shapeless, seconds }))
  }

  const stored = async (
    source: Source,
    key: string,
    type: PlayedType,
  ): Promise<Result<Stored, FileRefusal>> => {
    const head = await source.read(0, Math.min(headBytes, source.size))
    if (hidesAnother(type === 'application/pdf' ? head.subarray(5) : head)) return err('polyglot')
    return type.endsWith('/mp4') ? film(source, key, type) : inMemory(source, key, type)
  }

  return async ({ from, to, type }: PlayedRequest): Promise<PicturesAnswer> => {
    const source = await openSource(objects, from)
    if (!source) return { ok: false, error: 'media-missing' }
    const name = names[type]
    const done = await stored(source, `${to}${name}`, type)
    if (!done.ok) {
      log('upload-refused', { cause: done.error })
      return { ok: false, error: done.error === 'codec' ? 'media-codec' : 'media-content' }
    }
    const { bytes, shape } = done.value
    const { width, height } = shape
    const rendition: StoredRendition = { name, type, width, height, bytes }
    const isChecked = kindOfType(type) === 'audio' && bytes <= mostForCheck
    return { ok: true, value: { ...shape, renditions: [rendition], forCheck: isChecked ? name : '' } }
  }
}

/** Null where there is no object. */
async function openSource(objects: FileObjects, key: string): Promise<Source | null> {
  const first = await objects.readRange(key, 0, 1)
  return (
    first && {
      size: first.size,
      read: async (from, until) => {
        if (from >= until) return new Uint8Array()
        const read = await objects.readRange(key, from, until)
        if (read?.bytes.length !== until - from) throw new Error('an upload changed while it was read')
        return read.bytes
      },
    }
  )
}
