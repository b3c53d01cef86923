/** Staff give a gift its picture: of one that is published it is proposed (proposals.ts). */

import type { Write } from '../../../shared/aws/table'
import type { Failure } from '../../../shared/http/problems'
import type { HandlerOf } from '../../../shared/http/router'
import { bytesOfBase64, pictureTypeOf } from '../../../shared/picture'
import { err, ok, type Result } from '../../../shared/result'
import type { ProposalRequest, StoredProposalRequest } from '../../contract'
import type { pointsOperations } from '../../operations'
import type { Plans } from '../../service/approval/plans'
import type { proposalService } from '../../service/approval/proposals'
import { type Picture, pictureName } from '../../store/gift/pictures'
import { type Showing, toGiftResponse } from './gifts'

type Operations = typeof pointsOperations

/** What was sent as a picture, if it is one. */
export const pictureIn = (image: string): Result<Picture, Failure<'picture-unfit'>> => {
  const bytes = bytesOfBase64(image)
  const mediaType = bytes && pictureTypeOf(bytes)
  return bytes && mediaType ? ok({ bytes, mediaType }) : err({ code: 'picture-unfit' })
}

type OfPicture = { operation: 'changePicture' }
type Stored<Request> = Result<{ request: Request; picture?: Picture }, Failure<'picture-unfit'>>

/** What is stored of a request, and the bytes apart where it has a picture. */
export const storedRequestOf = (proposed: ProposalRequest): Stored<StoredProposalRequest> =>
  proposed.operation === 'changePicture' ? storedPictureOf(proposed) : ok({ request: proposed })

const storedPictureOf = (
  proposed: Extract<ProposalRequest, OfPicture>,
): Stored<Extract<StoredProposalRequest, OfPicture>> => {
  if ('media' in proposed.request) return ok({ request: { ...proposed, request: proposed.request } })
  const picture = pictureIn(proposed.request.image)
  if (!picture.ok) return picture
  const request = { ...proposed, request: { picture: pictureName(picture.value.bytes) } }
  return ok({ request, picture: picture.value })
}

export const planChangePicture =
  ({ plans, ...showing }: Showing & { plans: Pick<Plans, 'planPicture'> }) =>
  async ({ session, params: { id }, body }: Parameters<HandlerOf<Operations['changePicture']>>[0]) => {
    const stored = storedPictureOf({ operation: 'changePicture', gift: id, request: body })
    if (!stored.ok) return stored
    const { request, picture: bytes = null } = stored.value
    const asking = { id: '', asked: '', by: session.person, approval: null }
    const plan = await plans.planPicture(request, asking, { bytes })
    if (!plan.ok) return err(failureOf(plan.error))
    const { run, ...planned } = plan.value
    const runAndShow = async (also: Write[]) => {
      const done = await run(also)
      return done.ok ? ok(await toGiftResponse(showing)(done.value)) : err(failureOf(done.error))
    }
    return ok({ ...planned, run: runAndShow })
  }

export const handleProposalPicture =
  ({
    proposals,
  }: {
    proposals: Pick<ReturnType<typeof proposalService>, 'readProposedPicture'>
  }): HandlerOf<Operations['proposalPicture']> =>
  async ({ params: { id } }) => {
    const picture = await proposals.readProposedPicture(id, { consistent: false })
    if (!picture) return err({ code: 'unknown-proposal' })
    const { bytes, mediaType } = picture
    return ok({ json: { image: Buffer.from(bytes).toString('base64'), mediaType } })
  }

/** No version is asked for here: a picture that meets others on the way is sent again. */
const failureOf = ({ code }: { code: string }): Failure<'unknown-gift' | 'picture-unusable'> =>
  code === 'unknown-gift' || code === 'picture-unusable' ? { code } : { code: 'unavailable', retryAfter: 1 }
