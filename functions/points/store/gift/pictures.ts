/**
 * Pictures of gifts that desks without uploads send as a whole, each in an item of its own. Others are files of the domain of media
 * (docs/decisions/067-gift-pictures-in-media.md).
 */
import { createHash } from 'node:crypto'
import { parseItem, type Table, type Write } from '../../../shared/aws/table'
import { type PictureType, pictureTypes } from '../../../shared/picture'
import * as z from '../../../shared/zod'
import { pictureKey, proposedPictureKey } from '../keys'

const pictureSchema = z.object({ bytes: z.instanceof(Uint8Array), mediaType: z.enum(pictureTypes) })
export type Picture = { bytes: Uint8Array; mediaType: PictureType }

export const pictureReader = (table: Table) => ({
  async readPicture(gift: string, name: string): Promise<Picture | null> {
    const item = await table.get(pictureKey(gift, name), { consistent: false })
    return item && parseItem(pictureSchema, item)
  },

  /** Null where nobody proposed one, or it was decided. */
  async readProposedPicture(proposal: string, options: { consistent: boolean }): Promise<Picture | null> {
    const item = await table.get(proposedPictureKey(proposal), options)
    return item && parseItem(pictureSchema, item)
  },
})

/** The same bytes have the same name, so that what stands under a name never changes. */
export const pictureName = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 16)

export const putPicture = (table: Table, gift: string, picture: Picture): Write =>
  table.put({ ...pictureKey(gift, pictureName(picture.bytes)), ...picture })

/** `expiresAt`: seconds since 1970. */
export const putProposedPicture = (
  table: Table,
  proposal: string,
  picture: Picture & { expiresAt: number },
): Write => table.put({ ...proposedPictureKey(proposal), ...picture })

export const removeProposedPicture = (table: Table, proposal: string): Write =>
  table.remove(proposedPictureKey(proposal))
