/** What another picture of a gift would change: an uploaded one, or one that a desk of before sent as a whole. */
import { changesOf } from '../../../audit/fragments'
import { dayMs } from '../../../shared/day'
import { err, ok, type Result } from '../../../shared/result'
import { proposalDays } from '../../contract'
import { pathOfUploaded } from '../../rules/gifts'
import type { GiftItem, giftReader, UploadedPicture } from '../../store/gift/gifts'
import type { Picture, pictureReader } from '../../store/gift/pictures'
import type { giftDesk } from '../gift/changes'
import type { PictureCode, Uploads } from '../gift/uploads'
import type { Asking, GiftCode, Planned, Request } from './planned'

type Dependencies = {
  gifts: Pick<ReturnType<typeof giftDesk>, 'changePicture'> & Pick<ReturnType<typeof giftReader>, 'readGift'>
  pictures: Pick<ReturnType<typeof pictureReader>, 'readProposedPicture'>
  uploads: Uploads
  clock: () => number
}
/** Whoever asks wants it done at once. `bytes`: of one that was sent as a whole. */
type Directly = { bytes: Picture | null }
/** `upload`: null of one that was sent as a whole. */
type Wanted = { name: string | null; upload: UploadedPicture | null }

export const picturePlanner = ({ gifts, pictures, uploads, clock }: Dependencies) => {
  const wantedOf = async (
    region: string,
    { request }: Pick<Request<'changePicture'>, 'request'>,
    isApproved: boolean,
  ): Promise<Result<Wanted, { code: PictureCode }>> => {
    if (!('media' in request)) return ok({ name: request.picture, upload: null })
    const found = await uploads.find(region, request.media, isApproved)
    if (!found.ok) return err({ code: found.error })
    return ok({ name: pathOfUploaded(found.value), upload: found.value })
  }

  return async (
    proposed: Request<'changePicture'>,
    { id: proposal, by, approval }: Asking,
    directly: Directly | null = null,
  ): Promise<Planned<GiftItem, GiftCode | PictureCode, GiftCode | PictureCode>> => {
    const id = proposed.gift
    const isProposed = directly === null && approval === null
    const before = await gifts.readGift(id, { consistent: true })
    if (!before) return err({ code: 'unknown-gift' })
    // Proposed by whoever took it for published: this takes one person, and waits for nobody.
    if (isProposed && !before.isPublished) return err({ code: 'edited-meanwhile' })
    const base = before.picture ?? ''
    if (approval && approval.base !== base) return err({ code: 'edited-meanwhile' })
    const wanted = await wantedOf(before.region, proposed, approval !== null)
    if (!wanted.ok) return wanted
    const { name, upload } = wanted.value
    if (isProposed && upload) await uploads.hold(upload.id, id, endOf(clock()))
    const isStale = (now: GiftItem) => (approval ? now.picture !== before.picture : now.isPublished)
    return ok({
      region: before.region,
      subject: id,
      label: before.name,
      changes: changesOf({ picture: before.picture }, { picture: name }),
      media: upload?.id,
      base,
      needsApproval: before.isPublished,
      run: async (also) => {
        const sent = upload ?? directly?.bytes
        const picture = sent ?? (await pictures.readProposedPicture(proposal, { consistent: true }))
        // Decided by somebody else between two reads.
        if (!picture) return err({ code: 'edited-meanwhile' })
        const changed = await gifts.changePicture(id, { picture, by, isStale }, also)
        return changed.ok ? changed : err({ code: changed.error })
      },
    })
  }
}

/** When a proposal that is made now can be approved no more. */
const endOf = (at: number) => new Date(at + proposalDays * dayMs).toISOString()
