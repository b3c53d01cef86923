/** Uploaded pictures as gifts take them from the domain of media. */
import type { KnownMedia, MediaReads, MediaUses } from '../../../media/fragments'
import { err, ok, type Result } from '../../../shared/result'
import type { UploadedPicture } from '../../store/gift/gifts'

/** `picture-waits`: for a second person. `picture-unusable`: it is not there yet, refused, gone, of another city or no picture. */
export type PictureCode = 'picture-waits' | 'picture-unusable'
export type Uploads = ReturnType<typeof createUploads>

export const createUploads = ({ readMedia }: MediaReads, { use }: MediaUses) => ({
  /** What a gift keeps of it. `mustBeSeen`: citizens will see it at once. */
  async find(region: string, id: string, mustBeSeen: boolean): Promise<Result<UploadedPicture, PictureCode>> {
    const file = (await readMedia([id])).get(id)
    const picture = file?.region === region ? uploadedOf(file) : null
    if (!picture) return err('picture-unusable')
    return mustBeSeen && file?.state !== 'approved' ? err('picture-waits') : ok(picture)
  },

  /** Kept for whoever decides on a proposal for the gift. `until`: ISO 8601. */
  async hold(id: string, gift: string, until: string): Promise<void> {
    await use([id], `proposal-${gift}`, until)
  },
})

/** What a gift keeps of a file; null where that cannot be its picture. */
export const uploadedOf = (file: KnownMedia | undefined): UploadedPicture | null => {
  if (!file || !['ready', 'approved'].includes(file.state)) return null
  const { id, kind, width, height, renditions } = file.shown
  return kind === 'picture' ? { id, kind, width, height, seconds: null, renditions } : null
}
