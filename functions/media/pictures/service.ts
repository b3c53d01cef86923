/** Checks an upload and stores its renditions. The file that somebody sent is never shown: only what was coded anew. */
import type { Log } from '../../shared/logger'
import type { Objects } from '../../shared/objects'
import type { PictureType } from '../../shared/picture'
import type { StoredRendition } from '../contract/fields'
import { checkContent } from './content'
import { type Rendition, renditionsOf } from './renditions'
import { type PicturesAnswer, picturesRequestSchema } from './requests'

const endings: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}
/** They never change under their key. */
const caching = 'public, max-age=31536000, immutable'

const nameOf = ({ width, type }: Pick<Rendition, 'width' | 'type'>) => `${width}.${endings[type]}`

type Dependencies = {
  objects: Pick<Objects, 'read' | 'write'>
  log: Log
  /** How renditions are made. */
  render?: typeof renditionsOf
}

export const createPictures = ({ objects, log, render = renditionsOf }: Dependencies) => {
  const store = async (to: string, { bytes, ...about }: Rendition): Promise<StoredRendition> => {
    const name = nameOf(about)
    await objects.write(`${to}${name}`, { bytes, type: about.type, caching })
    return { ...about, name, bytes: bytes.length }
  }

  return async (event: unknown): Promise<PicturesAnswer> => {
    const { from, to, type } = picturesRequestSchema.parse(event)
    const bytes = await objects.read(from)
    if (!bytes) return { ok: false, error: 'media-missing' }
    const checked = checkContent(bytes, type)
    const made = checked.ok ? await render(bytes, type) : null
    if (!made) {
      log('upload-refused', { cause: checked.ok ? 'not decoded' : checked.error })
      return { ok: false, error: 'media-content' }
    }
    const renditions = await Promise.all(made.renditions.map((rendition) => store(to, rendition)))
    const { width, height } = made
    const forCheck = made.renditions.includes(made.forCheck)
      ? nameOf(made.forCheck)
      : (await store(to, made.forCheck)).name
    return { ok: true, value: { width, height, renditions, forCheck } }
  }
}
