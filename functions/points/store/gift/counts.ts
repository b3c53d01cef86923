/**
 * The published gifts of a city with what is left of each, as one function counted them for all: a small head, which every look
 * reads and a claim writes, and beside it the compressed document in as many parts as it needs. It is nobody's truth: whoever
 * orders asks the shards.
 */
import { randomUUID } from 'node:crypto'
import { type Key, parseItem, type Table } from '../../../shared/aws/table'
import { TableUnavailable } from '../../../shared/aws/unavailable'
import { quickBrotli, unbrotli } from '../../../shared/http/compression'
import * as z from '../../../shared/zod'
import { giftCountsKey, giftCountsPartKey } from '../keys'
import { giftItemSchema } from './gifts'

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
    media: true,
    demo: true,
  }),
  { left: z.int() },
)
export type CountedGift = z.infer<typeof countedGiftSchema>
const documentSchema = z.array(countedGiftSchema)

/**
 * A count: its id, and when it began, in ms since 1970. `slot`: which of two sets of parts it is in; the next count writes the
 * other one, so that whoever reads is not disturbed.
 */
const countSchema = z.object({ id: z.string(), at: z.int(), slot: z.int(), parts: z.int() })
export type Count = z.infer<typeof countSchema>

/** What cannot be read, perhaps of another version, is as if it were absent: the gifts are counted anew. */
const headSchema = z.object({
  counted: z.catch(z.nullable(countSchema), null),
  /** Staff have changed something since. */
  isStale: z.catch(z.boolean(), false),
  /** Changes with each claim and each change of staff. */
  claim: z.catch(z.nullable(z.string()), null),
  /** Ms since 1970, until when whoever holds the claim is counting. */
  until: z.catch(z.int(), 0),
})
export type Head = z.infer<typeof headSchema>
const partSchema = z.object({ id: z.string(), bytes: z.instanceof(Uint8Array) })

/** Held by whoever counts. `at`, `until`: ms since 1970. */
export type Claim = { id: string; at: number; until: number; slot: number }

/** DynamoDB takes items of at most 400 KB. */
const mostBytes = 380 * 1024

/** Null where it is not a document of this version. */
export const parseDocument = async (bytes: Uint8Array): Promise<CountedGift[] | null> => {
  try {
    const document = z.safeParse(documentSchema, JSON.parse((await unbrotli(bytes)).toString()))
    return document.success ? document.data : null
  } catch {
    return null
  }
}

export const giftCounts = (table: Table) => {
  const readPart = async (key: Key, id: string, consistent: boolean): Promise<Uint8Array | null> => {
    const part = z.safeParse(partSchema, await table.get(key, { consistent }))
    return part.success && part.data.id === id ? part.data.bytes : null
  }

  return {
    /** Null where nobody has counted or changed anything. */
    async readHead(region: string): Promise<Head | null> {
      const item = await table.get(giftCountsKey(region), { consistent: false })
      return item && parseItem(headSchema, item)
    },

    /** The compressed document; null where the parts are another count's. */
    async readDocument(region: string, { id, slot, parts }: Count): Promise<Uint8Array | null> {
      // The head may be some milliseconds ahead of its parts, unless those are read consistently.
      for (const consistent of [false, true]) {
        const keys = Array.from({ length: parts }, (_, n) => giftCountsPartKey(region, slot, n))
        const found = (await Promise.all(keys.map((key) => readPart(key, id, consistent)))).flatMap(
          (bytes) => (bytes ? [bytes] : []),
        )
        if (found.length === parts) return Buffer.concat(found)
      }
      return null
    },

    /** Whether the caller is to count, having seen that head; false where anybody was faster. */
    async claimCounting(region: string, seen: Head | null, { id, until }: Claim): Promise<boolean> {
      const claimed = await table.updateOne(giftCountsKey(region), {
        UpdateExpression: 'SET claim = :claim, #until = :until',
        ConditionExpression: seen?.claim ? 'claim = :seen' : 'attribute_not_exists(claim)',
        names: { '#until': 'until' },
        values: { ':claim': id, ':until': until, ...(seen?.claim && { ':seen': seen.claim }) },
      })
      return claimed.ok
    },

    /** Nothing is written where the claim is over: another claimed after it, or staff have changed something. */
    async putCounts(region: string, { id, at, slot }: Claim, gifts: readonly CountedGift[]): Promise<void> {
      const bytes = await quickBrotli(Buffer.from(JSON.stringify(gifts)))
      const parts = Math.ceil(bytes.length / mostBytes)
      for (let n = 0; n < parts; n++) {
        const put = await table.updateOne(giftCountsPartKey(region, slot, n), {
          UpdateExpression: 'SET id = :id, #at = :at, bytes = :bytes',
          ConditionExpression: 'attribute_not_exists(#at) OR #at <= :at',
          names: { '#at': 'at' },
          values: { ':id': id, ':at': at, ':bytes': bytes.subarray(n * mostBytes, (n + 1) * mostBytes) },
        })
        if (!put.ok) return
      }
      await table.updateOne(giftCountsKey(region), {
        UpdateExpression: 'SET counted = :counted, isStale = :stale, #until = :over',
        ConditionExpression: 'claim = :claim',
        names: { '#until': 'until' },
        values: { ':counted': { id, at, slot, parts }, ':stale': false, ':over': 0, ':claim': id },
      })
    },

    /** Staff have changed something, and whoever asks next counts; where this fails, whoever asks in two seconds. */
    async forgetCounts(region: string): Promise<void> {
      const change = {
        UpdateExpression: 'SET isStale = :stale, claim = :none, #until = :over',
        names: { '#until': 'until' },
        values: { ':stale': true, ':none': randomUUID(), ':over': 0 },
      }
      await table.updateOne(giftCountsKey(region), change).catch((error: unknown) => {
        if (!(error instanceof TableUnavailable)) throw error
      })
    },

    /** Before the next look at what another counts. */
    pause: table.backOff,
  }
}
