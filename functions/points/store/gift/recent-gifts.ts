/** The gifts that a function sold or showed a moment ago, so that whoever orders one does not wait for it to be read again. */
import type { GiftItem, giftReader } from './gifts'

const cacheMs = 2_000

/** `isRemembered`: it may be two seconds old, and a refusal because of it is judged again by the gift of now. */
export type RecentGift = { gift: GiftItem | null; isRemembered: boolean }

export const recentGifts = (
  { readGift }: Pick<ReturnType<typeof giftReader>, 'readGift'>,
  clock: () => number,
) => {
  const seen = new Map<string, { at: number; gift: GiftItem }>()

  const read = async (id: string, options: { consistent: boolean }): Promise<GiftItem | null> => {
    const gift = await readGift(id, options)
    if (gift) seen.set(id, { at: clock(), gift })
    else seen.delete(id)
    return gift
  }

  return {
    /**
     * For an order alone: what it takes is refused by the shard where the terms of the gift (price, limit, sale, outlets) are
     * others by now.
     */
    async readRecentGift(id: string): Promise<RecentGift> {
      const known = seen.get(id)
      if (known && clock() - known.at < cacheMs) return { gift: known.gift, isRemembered: true }
      return { gift: await read(id, { consistent: false }), isRemembered: false }
    },

    readGiftNow: (id: string): Promise<GiftItem | null> => read(id, { consistent: true }),
  }
}
