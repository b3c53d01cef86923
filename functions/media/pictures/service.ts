/** Checks an upload and stores its renditions. The file that somebody sent is never shown: only what was coded or written anew. */
import type { Log } from '../../shared/aws/logger'
import type { PictureType } from '../../shared/picture'
import type { StoredRendition } from '../contract/fields'
import { isPlayed } from '../contract/kinds'
import { createFiles, type FileObjects } from '../files/service'
import { caching } from './caching'
import { checkContent } from './content'
import { type Rendition, renditionsOf } from './renditions'
import { type PicturesAnswer, type PicturesRequest, picturesRequestSchema } from './requests'

const endings: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}
const nameOf = ({ width, type }: Pick<Rendition, 'width' | 'type'>) => `${width}.${endings[type]}`

type Dependencies = {
  objects: FileObjects
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

  const played = createFiles({ objects, log })

  const picture = async ({
    from,
    to,
    type,
  }: PicturesRequest & { type: PictureType }): Promise<PicturesAnswer> => {
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
    return { ok: true, value: { width, height, seconds: null, renditions, forCheck } }
  }

  return (event: unknown): Promise<PicturesAnswer> => {
    const request = picturesRequestSchema.parse(event)
    const { type } = request
    return isPlayed(type) ? played({ ...request, type }) : picture({ ...request, type })
  }
}
