/**
 * The published gifts of a city with what is left of each, in one document: counting two hundred of them reads some hundred
 * units, the document two. It is nobody's truth: whoever orders asks the shards.
 */
import { quickBrotli, unbrotli } from '../../shared/compression'
import { parseItem, type Table } from '../../shared/table'
import { TableUnavailable } from '../../shared/unavailable'
import * as z from '../../shared/zod'
import { giftItemSchema } from './gifts'
import { giftCountsKey } from './keys'

const countedGiftSchema = z.extend(
  z.pick(giftItemSchema, {
    id: true,
    region: true,
    name: true,
    category: true,
    about: true,
    price: true,
    perPerson: true,
    onSaleFrom: true,
    onSaleUntil: true,
    outlets: true,
    isPublished: true,
    picture: true,
    demo: true,
  }),
  { left: z.int() },
)
export type CountedGift = z.infer<typeof countedGiftSchema>
const documentSchema = z.array(countedGiftSchema)

const itemSchema = z.object({
  /** Ms since 1970, when they were counted; absent once something has changed since. */
  at: z.optional(z.int()),
  /** Ms since 1970, until when somebody is at counting them anew. */
  until: z.optional(z.int()),
  bytes: z.optional(z.instanceof(Uint8Array)),
})
export type GiftCounts = { at: number; until: number | null; gifts: CountedGift[] }

/** DynamoDB takes items of at most 400 KB. */
const mostBytes = 380 * 1024

export const giftCounts = (table: Table) => ({
  /** Null where they were never counted, or changed since. */
  async readCounts(region: string): Promise<GiftCounts | null> {
    const item = await table.get(giftCountsKey(region), { consistent: false })
    const { at, until, bytes } = item ? parseItem(itemSchema, item) : {}
    if (at === undefined || bytes === undefined) return null
    const gifts = z.parse(documentSchema, JSON.parse((await unbrotli(bytes)).toString()))
    return { at, until: until ?? null, gifts }
  },

  /** Whether the caller is to count what was counted `at`; false while another one is at it. */
  async claimCounting(
    region: string,
    { at, now, until }: { at: number; now: number; until: number },
  ): Promise<boolean> {
    const claimed = await table.updateOne(giftCountsKey(region), {
      UpdateExpression: 'SET #until = :until',
      ConditionExpression: '#at = :at AND (attribute_not_exists(#until) OR #until < :now)',
      names: { '#at': 'at', '#until': 'until' },
      values: { ':at': at, ':until': until, ':now': now },
    })
    return claimed.ok
  },

  /** Too many to keep are counted by everybody for themselves. */
  async putCounts(region: string, at: number, gifts: readonly CountedGift[]): Promise<void> {
    const bytes = await quickBrotli(Buffer.from(JSON.stringify(gifts)))
    if (bytes.length <= mostBytes) await table.putOne({ ...giftCountsKey(region), at, bytes })
  },

  /** Staff have changed something, and whoever asks next counts; where this fails, whoever asks in two seconds. */
  async forgetCounts(region: string): Promise<void> {
    const change = {
      UpdateExpression: 'REMOVE #at, #until, bytes',
      names: { '#at': 'at', '#until': 'until' },
    }
    await table.updateOne(giftCountsKey(region), change).catch((error: unknown) => {
      if (!(error instanceof TableUnavailable)) throw error
    })
  },
})
