/** Gifts as staff keep them. Their pieces stand apart, in shards (store/stock.ts), as many take from those at once. */

import { type Item, parseItem, type Table } from '../../../shared/aws/table'
import { mediaIdSchema } from '../../../shared/blocks/block'
import * as z from '../../../shared/zod'
import { giftCategorySchema, staffGiftSchema } from '../../contract'
import { giftKey, giftsPartition } from '../keys'

/** As the domain of media showed it when the gift was given it. */
const uploadedSchema = z.object({
  id: mediaIdSchema,
  kind: z.literal('picture'),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  seconds: z.null(),
  renditions: z.array(
    z.object({
      src: z.string(),
      type: z.string(),
      width: z.nullable(z.int()),
      height: z.nullable(z.int()),
      bytes: z.int(),
    }),
  ),
})
export type UploadedPicture = z.infer<typeof uploadedSchema>

export const giftItemSchema = z.extend(
  z.pick(staffGiftSchema, {
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
    /** Pieces there ever were: what its shards' totals add up to. */
    total: true,
    version: true,
    demo: true,
  }),
  {
    category: giftCategorySchema,
    /** Its pieces stand in the shards 0 up to this number, without it. Only rises. */
    shards: z.int().check(z.minimum(1)),
    /** Name of its picture among those of the gift, or path of an uploaded one; null: none yet. */
    picture: z.nullable(z.string()),
    /** The uploaded picture in its sizes. */
    media: z.optional(uploadedSchema),
    /**
     * Rises with every change of what an order is judged by: price, limit, time of sale, outlets. Each shard of its stock
     * says it too, so that an order made on older terms is refused where it takes its piece. Absent: none was changed yet.
     */
    terms: z.optional(z.int()),
    /** Digest of the request that made it: the same key may not make another. */
    asked: z.string(),
  },
)
export type GiftItem = z.infer<typeof giftItemSchema>

export const giftReader = (table: Table) => ({
  async readGift(id: string, options: { consistent: boolean }): Promise<GiftItem | null> {
    const item = await table.get(giftKey(id), options)
    return item && giftOf(item)
  },

  /** Those that there are, in no order. */
  async readGifts(ids: readonly string[], options: { consistent: boolean }): Promise<GiftItem[]> {
    return (await table.getMany(ids.map(giftKey), options)).map(giftOf)
  },

  /** Every gift of the city, published or not, in the order of their ids. */
  async listGifts(region: string, options: { consistent: boolean }): Promise<GiftItem[]> {
    return (await table.query(giftsPartition(region), '', options)).map(giftOf)
  },

  /** Whether the city has any gift, published or not. Eventually consistent. */
  async hasGifts(region: string): Promise<boolean> {
    const first = { from: region, until: `${region}~`, limit: 1, consistent: false }
    return (await table.page(giftsPartition(region), first)).length > 0
  },
})

const giftOf = (item: Item): GiftItem => parseItem(giftItemSchema, item)
