/** The gifts of a city, as anyone may see them. */
import { err, ok } from '../../../shared/result'
import type { AnswerTo } from '../../../shared/router'
import type { Gift } from '../../contract'
import type { pointsOperations } from '../../operations'
import { picturePath, stateOf } from '../../rules/gifts'
import type { GiftItem, giftReader } from '../../store/gifts'
import type { pictureReader } from '../../store/pictures'
import type { Stock } from '../../store/stock'

type Dependencies = {
  gifts: ReturnType<typeof giftReader>
  stock: Pick<Stock, 'left'>
  clock: () => number
}
type Operations = typeof pointsOperations

/** What everybody asks for while a gift goes on sale is read from the table once in so long. */
const keptMs = 2_000
const caching = { 'cache-control': 'public, max-age=2' }

export const answerGifts = ({ gifts, stock, clock }: Dependencies): AnswerTo<Operations['gifts']> => {
  const seen = new Map<string, { at: number; listed: GiftItem[] }>()
  const listOf = async (region: string): Promise<GiftItem[]> => {
    const known = seen.get(region)
    if (known && clock() - known.at < keptMs) return known.listed
    const listed = await gifts.listGifts(region, { consistent: false })
    // Of cities that have none nothing is remembered: anyone can make up a hundred thousand of them.
    if (listed.length > 0) seen.set(region, { at: clock(), listed })
    return listed
  }
  return async ({ query: { region } }) => {
    const at = clock()
    const all = (await listOf(region)).map(async (gift) => shown(gift, await stock.left(gift), at))
    const told = (await Promise.all(all)).flatMap((gift) => (gift && gift.state !== 'ended' ? [gift] : []))
    const sorted = told.sort((a, b) => a.price - b.price || a.id.localeCompare(b.id))
    return ok({ json: { gifts: sorted }, headers: caching })
  }
}

/** Also of a gift that has ended: somebody’s order may name it. */
export const answerGift =
  ({ gifts, stock, clock }: Dependencies): AnswerTo<Operations['gift']> =>
  async ({ params: { id } }) => {
    const gift = await gifts.readGift(id, { consistent: false })
    const told = gift && shown(gift, await stock.left(gift), clock())
    return told ? ok({ json: told, headers: caching }) : err({ code: 'unknown-gift' })
  }

export const answerGiftPicture =
  (pictures: ReturnType<typeof pictureReader>): AnswerTo<Operations['giftPicture']> =>
  async ({ params: { id, hash } }) => {
    const picture = await pictures.readPicture(id, hash)
    if (!picture) return err({ code: 'unknown-gift' })
    const headers = {
      'content-type': picture.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
    }
    return ok({ response: new Response(new Uint8Array(picture.bytes), { headers }) })
  }

/** Null while staff have not published it. */
const shown = (gift: GiftItem, left: number, at: number): Gift | null => {
  const state = stateOf(gift, left, at)
  if (state === null) return null
  const { id, region, name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets, demo } = gift
  const told = { id, region, name, category, about, price, perPerson, onSaleFrom, onSaleUntil, outlets, demo }
  return { ...told, picture: picturePath(id, gift.picture), left: Math.max(0, left), state }
}
