/** The gifts of a city, as anyone may see them. */

import { cityOf } from '../../shared/city-of'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { Gift } from '../contract'
import type { pointsOperations } from '../operations'
import { picturePath, saleOf, stateOf } from '../rules/gifts'
import type { GiftList } from '../service/gift/list'
import type { CountedGift } from '../store/gift/counts'
import type { giftReader } from '../store/gift/gifts'
import type { pictureReader } from '../store/gift/pictures'
import type { Stock } from '../store/gift/stock'

type Dependencies = {
  list: GiftList
  gifts: Pick<ReturnType<typeof giftReader>, 'readGift'>
  stock: Pick<Stock, 'left'>
  clock: () => number
}
type Operations = typeof pointsOperations

const caching = { 'cache-control': 'public, max-age=2' }

export const handleGifts =
  ({ list, clock }: Pick<Dependencies, 'list' | 'clock'>): HandlerOf<Operations['gifts']> =>
  async ({ query: { region } }) => {
    const all = await list(region)
    const visible = all.map((gift) => toResponse(gift, clock())).flatMap((gift) => gift ?? [])
    const offered = visible.filter(({ state }) => state !== 'ended')
    const sorted = offered.sort((a, b) => a.price - b.price || a.id.localeCompare(b.id))
    return ok({ json: { gifts: sorted }, headers: caching })
  }

/** Also of a gift that has ended: somebody’s order may name it. */
export const handleGift =
  ({ list, gifts, stock, clock }: Dependencies): HandlerOf<Operations['gift']> =>
  async ({ params: { id } }) => {
    const listed = (await list(cityOf(id))).find((gift) => gift.id === id)
    const counted = listed ?? (await countAlone({ gifts, stock, clock }, id))
    const response = counted && toResponse(counted, clock())
    return response ? ok({ json: response, headers: caching }) : err({ code: 'unknown-gift' })
  }

/** One that has ended, of which nothing can be ordered, or was published a moment ago, while another function counted. */
const countAlone = async (
  { gifts, stock, clock }: Pick<Dependencies, 'gifts' | 'stock' | 'clock'>,
  id: string,
): Promise<CountedGift | null> => {
  const gift = await gifts.readGift(id, { consistent: false })
  if (!gift?.isPublished) return null
  return { ...gift, left: saleOf(gift, clock()) === 'ended' ? 0 : await stock.left(gift) }
}

export const handleGiftPicture =
  (pictures: ReturnType<typeof pictureReader>): HandlerOf<Operations['giftPicture']> =>
  async ({ params: { id, hash } }) => {
    const picture = await pictures.readPicture(id, hash)
    if (!picture) return err({ code: 'unknown-gift' })
    const headers = {
      'content-type': picture.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
    }
    return ok({ response: { status: 200, headers, body: picture.bytes } })
  }

/** Null while staff have not published it. */
const toResponse = (gift: CountedGift, at: number): Gift | null => {
  const state = stateOf(gift, gift.left, at)
  if (state === null) return null
  const { id, region, name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets, demo } = gift
  const fields = {
    id,
    region,
    name,
    category,
    about,
    price,
    perPerson,
    onSaleFrom,
    onSaleUntil,
    outlets,
    demo,
  }
  const left = state === 'ended' ? 0 : Math.max(0, gift.left)
  return { ...fields, picture: picturePath(id, gift.picture), media: gift.media, left, state }
}
