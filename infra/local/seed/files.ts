/** The pictures and other files of the demonstration, uploaded by one of staff and approved by another. */
import { createMedia, createPictures } from '../../../functions/media'
import type { MediaPower } from '../../../functions/media/contract'
import type { MediaType } from '../../../functions/media/contract/kinds'
import { uploadKey } from '../../../functions/media/keys'
import { ok } from '../../../functions/shared/result'
import { photographType, renderOnce } from './coding'
import type { Demonstration } from './demonstration'
import { okay } from './okay'

/**
 * `read`: its bytes, as the browser would send them. `by`, `approvedBy`: person ids. `type`: a picture if absent. `words`: what is said
 * in it.
 */
export type SeededFile = {
  id: string
  type?: MediaType
  description?: string
  words?: string
  region: string
  power: MediaPower
  read: () => Promise<Uint8Array>
  by: string
  approvedBy: string
}

/** Each step finds out whether it was done, so that a start that was cut short is carried on by the next. */
export const seedFiles = async (
  { context, objects }: Pick<Demonstration, 'context' | 'objects'>,
  files: readonly SeededFile[],
): Promise<void> => {
  const make = createPictures({ objects, log: () => {}, render: renderOnce })
  const service = createMedia({
    ...context,
    objects,
    pictures: async (request) => ok(await make(request)),
    // Drawn for the project: WeChat is not asked.
    wechat: { checkMedia: async () => null },
  })
  const seed = async ({ read, approvedBy, ...file }: SeededFile): Promise<void> => {
    const { id, by, type = photographType } = file
    const before = await service.read(id)
    if (before?.state === 'approved' && before.served) return
    if (before === null || before.state === 'waiting') {
      const bytes = await read()
      okay(await service.begin({ ...file, type, bytes: bytes.length }), id)
      await objects.write(uploadKey(id), { bytes, type, caching: '' })
    }
    // Of one that is made it asks WeChat alone, without which nobody may approve it.
    if (before?.state !== 'approved') okay(await service.finish(id, { by, requestId: 'demonstration' }), id)
    // Of one that is approved it makes the copies alone.
    okay(await service.decide(id, { approve: true, by: approvedBy }), id)
  }
  // One after another: a slow machine that codes many at once lets connections wait for too long.
  for (const file of files) await seed(file)
}
