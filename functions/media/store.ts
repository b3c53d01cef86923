/** What is kept of files: one item each. The only code that knows keys and conditions; the bytes are objects of the bucket. */

import { type Item, type Key, parseItem, type Table, type Write } from '../shared/aws/table'
import { instantSchema, personIdSchema } from '../shared/contract'
import * as z from '../shared/zod'
import { mediaPowers, mediaStates } from './contract'
import { storedRenditionSchema } from './contract/fields'
import { mediaTypes } from './contract/kinds'
import type { MediaItem } from './rules'
import { checkStates, type Verdict, verdicts } from './rules/check'
import { createDecidedStore } from './store/decided'
import { createLookStore } from './store/looks'
import { createTakenOffStore } from './store/taken-off'
import { createUseStore } from './store/uses'

export type MediaStore = ReturnType<typeof createMediaStore>

const keyOf = (id: string): Key => ({ PK: `media#${id}`, SK: 'media' })

const itemSchema = z.object({
  id: z.string(),
  region: z.string(),
  // Of before gifts had files here.
  power: z._default(z.enum(mediaPowers), 'publish'),
  state: z.enum(mediaStates),
  type: z.enum(mediaTypes),
  bytes: z.int(),
  description: z.optional(z.string()),
  by: personIdSchema,
  at: instantSchema,
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  seconds: z._default(z.nullable(z.number()), null),
  reviewed: z.string(),
  renditions: z.array(storedRenditionSchema),
  upload: z._default(z.string(), ''),
  forCheck: z._default(z.string(), ''),
  check: z._default(z.nullable(z.object({ state: z.enum(checkStates), until: instantSchema })), null),
  due: z.string(),
  decided: z.nullable(z.object({ by: personIdSchema, at: instantSchema, reason: z.optional(z.string()) })),
  // Of before it was noted nothing more is to be done.
  served: z._default(z.boolean(), true),
  change: z.int(),
  expiresAt: z.optional(z.int()),
})

/** All that is said in a file, which nobody reads but whoever decides about it. */
const wordsSchema = z.object({ words: z.string() })
const wordsKey = (id: string): Key => ({ PK: `media#${id}`, SK: 'words' })

/** Under which file WeChat's answer belongs; `verdict` where that came before anybody had noted the trace. */
const traceSchema = z.object({ media: z.nullable(z.string()), verdict: z.nullable(z.enum(verdicts)) })
export type Trace = { media: string | null; verdict: Verdict | null }
const traceKey = (trace: string): Key => ({ PK: `check#${trace}`, SK: 'check' })

/** DynamoDB removes nothing whose time of expiry is absent. */
const stored = ({ expiresAt, ...item }: MediaItem) => ({
  ...keyOf(item.id),
  ...item,
  ...(expiresAt !== null && { expiresAt }),
})

/** Null where it has expired at `now`, in ms since 1970: what has may still stand in the table for days. */
const mediaOf = (item: Item, now: number): MediaItem | null => {
  const { expiresAt = null, ...rest } = parseItem(itemSchema, item)
  return expiresAt !== null && expiresAt * 1000 <= now ? null : { ...rest, expiresAt }
}

/** @param clock ms since 1970 */
export const createMediaStore = (table: Table, clock: () => number) => ({
  async read(id: string): Promise<MediaItem | null> {
    const item = await table.get(keyOf(id), { consistent: true })
    return item && mediaOf(item, clock())
  },

  /** Those that there are, each once and in no order. */
  async readMany(ids: readonly string[], options: { consistent: boolean }): Promise<MediaItem[]> {
    const items = await table.getMany(ids.map(keyOf), options)
    return items.flatMap((item) => mediaOf(item, clock()) ?? [])
  },

  /** Fragment: refused where there is one of its id. */
  putNew: (item: MediaItem): Write =>
    table.put(stored(item), { ConditionExpression: 'attribute_not_exists(PK)' }),

  /** What is said in it; null where nobody wrote it, or it was decided long ago. */
  async readWords(id: string): Promise<string | null> {
    const item = await table.get(wordsKey(id), { consistent: true })
    return item ? parseItem(wordsSchema, item).words : null
  },

  /** Fragment. `expiresAt`: second since 1970. */
  putWords: (id: string, words: string, expiresAt: number): Write =>
    table.put({ ...wordsKey(id), words, expiresAt }),

  /** Fragment: the file after a change; refused where somebody has changed it meanwhile. */
  putChanged: (item: MediaItem): Write =>
    table.put(stored(item), {
      ConditionExpression: '#change = :before',
      names: { '#change': 'change' },
      values: { ':before': item.change - 1 },
    }),

  async readTrace(trace: string): Promise<Trace | null> {
    const item = await table.get(traceKey(trace), { consistent: true })
    return item ? parseItem(traceSchema, item) : null
  },

  /** Fragment: refused where it is noted. `expiresAt`: second since 1970. */
  putTrace: (trace: string, noted: Trace, expiresAt: number): Write =>
    table.put(
      { ...traceKey(trace), ...noted, expiresAt },
      { ConditionExpression: 'attribute_not_exists(PK)' },
    ),

  uses: createUseStore(table),
  looks: createLookStore(table),
  decided: createDecidedStore(table),
  takenOff: createTakenOffStore(table),
  transact: table.transact,
  backOff: table.backOff,
})
