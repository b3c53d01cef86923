/** The gifts of a city as everybody is shown them: counted by one function for all, every two seconds while anybody asks. */
import type { CountedGift, giftCounts } from './store/gift-counts'
import type { giftReader } from './store/gifts'
import type { Stock } from './store/stock'

export type GiftListDependencies = {
  gifts: ReturnType<typeof giftReader>
  counts: ReturnType<typeof giftCounts>
  stock: Pick<Stock, 'readLeft'>
  clock: () => number
}
export type GiftList = (region: string) => Promise<readonly CountedGift[]>

/** So long what was counted is told. */
const keptMs = 2_000
/** Longer than counting takes; whoever died over it is replaced then. */
const claimMs = 5_000
/** What is older is told by nobody, not even while another counts: nobody has asked for a while. */
const oldMs = 15_000

/** The published gifts of a city, those that have ended among them. */
export const createGiftList = ({ gifts, counts, stock, clock }: GiftListDependencies): GiftList => {
  const count = async (region: string): Promise<CountedGift[]> => {
    const at = clock()
    const listed = (await gifts.listGifts(region, { consistent: false })).filter(
      ({ isPublished }) => isPublished,
    )
    const left = await stock.readLeft(listed)
    const counted = listed.map((gift) => ({ ...gift, left: left.get(gift.id) ?? 0 }))
    // Of cities that have none nothing is kept: anyone can make up a hundred thousand of them.
    if (counted.length > 0) await counts.putCounts(region, at, counted)
    return counted
  }
  return async (region) => {
    const known = await counts.readCounts(region)
    const now = clock()
    if (!known || now - known.at >= oldMs) return count(region)
    if (now - known.at < keptMs || (known.until ?? 0) > now) return known.gifts
    const claim = { at: known.at, now, until: now + claimMs }
    return (await counts.claimCounting(region, claim)) ? count(region) : known.gifts
  }
}
