/** The gifts of a city as everybody is shown them: counted by one function for all, every two seconds while anybody asks. */
import { randomUUID } from 'node:crypto'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { saleOf } from '../../rules/gifts'
import {
  type Count,
  type CountedGift,
  type giftCounts,
  type Head,
  parseDocument,
} from '../../store/gift/counts'
import type { giftReader } from '../../store/gift/gifts'
import type { Stock } from '../../store/gift/stock'

export type GiftListDependencies = {
  gifts: Pick<ReturnType<typeof giftReader>, 'listGifts' | 'hasGifts'>
  counts: Omit<ReturnType<typeof giftCounts>, 'forgetCounts'>
  stock: Pick<Stock, 'readLeft'>
  clock: () => number
}
export type GiftList = (region: string) => Promise<readonly CountedGift[]>

/** How long a count is served. */
const cacheMs = 2_000
/** Longer than counting takes; whoever died over it is replaced then. */
const claimMs = 5_000
/** An older count is not served, not even while another function counts: nobody has asked for a while. */
const oldMs = 15_000
/** Looks at what another counts, some three seconds, where there is nothing to tell meanwhile. */
const maxLooks = 8

/** The published gifts of a city, without those whose sale has ended. */
export const createGiftList = ({ gifts, counts, stock, clock }: GiftListDependencies): GiftList => {
  const documents = documentReader(counts)

  const count = async (region: string): Promise<CountedGift[]> => {
    const at = clock()
    const all = await gifts.listGifts(region, { consistent: false })
    const listed = all.filter((gift) => !['hidden', 'ended'].includes(saleOf(gift, at)))
    const left = await stock.readLeft(listed)
    return listed.map((gift) => ({ ...gift, left: left.get(gift.id) ?? 0 }))
  }

  /** `refused`: another counts; `unavailable`: the table takes no claim, or was too busy for the count. */
  const countForAll = async (
    region: string,
    head: Head | null,
  ): Promise<CountedGift[] | 'refused' | 'unavailable'> => {
    const at = clock()
    if (head && head.until > at) return 'refused'
    const claim = { id: randomUUID(), at, until: at + claimMs, slot: head?.counted?.slot === 0 ? 1 : 0 }
    const claimed = await unlessUnavailable(() => counts.claimCounting(region, head, claim))
    if (!claimed) return claimed === null ? 'unavailable' : 'refused'
    const counted = await unlessUnavailable(() => count(region))
    if (counted) await unlessUnavailable(() => counts.putCounts(region, claim, counted))
    return counted ?? 'unavailable'
  }

  /** What was counted last, if that was not longer ago. */
  const readKnown = async (region: string, head: Head | null, maxAgeMs: number) => {
    const counted = head?.counted
    return counted && clock() - counted.at < maxAgeMs ? documents(region, counted) : null
  }

  /** The gifts to be served; null: look again. */
  const look = async (region: string): Promise<readonly CountedGift[] | null> => {
    const head = await counts.readHead(region)
    // Nothing is written for cities that have none: anyone can make up a hundred thousand of them.
    if (!head && !(await gifts.hasGifts(region))) return []
    const fresh = head?.isStale ? null : await readKnown(region, head, cacheMs)
    if (fresh) return fresh
    const outcome = await countForAll(region, head)
    if (typeof outcome !== 'string') return outcome
    // Without a claim or a count the answer still depends on reads alone.
    const known = await readKnown(region, head, oldMs)
    return known ?? (outcome === 'unavailable' ? count(region) : null)
  }

  return async (region) => {
    for (let looks = 1; looks <= maxLooks; looks++) {
      const found = await look(region)
      if (found) return found
      await counts.pause(looks)
    }
    return count(region)
  }
}

/**
 * Reads each document once, however often it is asked for: one of two hundred long gifts is over forty units. There are as many as
 * cities with gifts, some kilobytes each.
 */
const documentReader = (counts: Pick<GiftListDependencies['counts'], 'readDocument'>) => {
  const kept = new Map<string, { id: string; bytes: Uint8Array }>()
  return async (region: string, counted: Count): Promise<CountedGift[] | null> => {
    const known = kept.get(region)
    const bytes = known?.id === counted.id ? known.bytes : await counts.readDocument(region, counted)
    if (!bytes) return null
    kept.set(region, { id: counted.id, bytes })
    return parseDocument(bytes)
  }
}

const unlessUnavailable = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TableUnavailable) return null
    throw error
  }
}
