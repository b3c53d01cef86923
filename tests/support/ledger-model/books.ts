/** The whole points table read back as books: every item in its shape, and an item of no known kind is an error. */

import { type Adjustment, adjustmentSchema } from '../../../functions/points/contract'
import type { AccountState } from '../../../functions/points/rules/account'
import { accountStateSchema } from '../../../functions/points/rules/account'
import type { Shard } from '../../../functions/points/rules/stock'
import {
  type BatchItem,
  batchItemSchema,
  codeItemSchema,
} from '../../../functions/points/service/code/batches'
import { type StoredEntry, storedEntrySchema } from '../../../functions/points/store/account/entries'
import { type GiftItem, giftItemSchema } from '../../../functions/points/store/gift/gifts'
import { type OrderItem, orderItemSchema } from '../../../functions/points/store/order/orders'
import { type WaitingItem, waitingItemSchema } from '../../../functions/points/store/waiting/places'
import { type Item, parseItem } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'

export type OfPerson<T> = { person: string; region: string } & T
export type Mark = { rule: string; subject: string; seq: number }
export type Books = {
  accounts: OfPerson<{ account: AccountState }>[]
  /** Who has left, and can have no account that is not there yet. */
  left: string[]
  entries: OfPerson<{ entry: StoredEntry }>[]
  marks: OfPerson<Mark>[]
  directory: { person: string; region: string }[]
  orders: OrderItem[]
  gifts: GiftItem[]
  shards: ({ gift: string } & Shard)[]
  waiting: WaitingItem[]
  offers: { gift: string; person: string; asked: number; until: number }[]
  handovers: { order: string; place: string }[]
  codes: { batch: string; index: number; usedBy: string | null }[]
  batches: BatchItem[]
  adjustments: Adjustment[]
  audits: { action: string; subject: string }[]
}

const shardSchema = z.object({
  ...{ n: z.int(), left: z.int(), taken: z.int(), handedOver: z.int() },
  held: z._default(z.int(), 0),
})
const pairSchema = z.object({ person: z.string(), region: z.string() })
const pointerSchema = z.object({ gift: z.string(), person: z.string(), asked: z.int() })
const markSchema = z.object({ seq: z.int() })
const handoverSchema = z.object({ order: z.string() })
const auditSchema = z.object({ action: z.string(), subject: z.string() })

/** Kept for other reasons than the books'. */
const passedOver = [
  'actions',
  'subject',
  'open',
  'gift-counts',
  'slots',
  'rules',
  'sweep',
  'tries',
  'outliers',
  'picture',
]

/** Throws where an item has not the shape of its kind. */
export const booksOf = (items: readonly Item[]): Books => {
  const books: Books = {
    accounts: [],
    left: [],
    entries: [],
    marks: [],
    directory: [],
    orders: [],
    gifts: [],
    shards: [],
    waiting: [],
    offers: [],
    handovers: [],
    codes: [],
    batches: [],
    adjustments: [],
    audits: [],
  }
  for (const item of items) file(books, item)
  return books
}

const file = (books: Books, item: Item): void => {
  const [PK, SK] = [String(item.PK), String(item.SK)]
  const [kind = '', owner = '', rest = ''] = PK.split('#')
  const into = ofKind[kind]
  if (kind === 'person') filePersonal(books, owner, SK, item)
  else if (into) into(books, item, { owner, rest, SK })
  else if (!passedOver.includes(kind)) throw new Error(`nobody knows what ${kind} is`)
}

type Where = { owner: string; rest: string; SK: string }

const ofKind: Record<string, (books: Books, item: Item, where: Where) => unknown> = {
  accounts: ({ directory }, item) => directory.push(parseItem(pairSchema, item)),
  orders: ({ orders }, item) => orders.push(parseItem(orderItemSchema, item)),
  gifts: ({ gifts }, item) => gifts.push(parseItem(giftItemSchema, item)),
  stock: ({ shards }, item, { owner }) => shards.push({ gift: owner, ...parseItem(shardSchema, item) }),
  waiting: ({ waiting }, item) => waiting.push(parseItem(waitingItemSchema, item)),
  offers: ({ offers }, item, { SK }) =>
    offers.push({ ...parseItem(pointerSchema, item), until: Number(SK.slice(0, 13)) }),
  handovers: ({ handovers }, item, { owner }) =>
    handovers.push({ ...parseItem(handoverSchema, item), place: owner }),
  code: ({ codes }, item) => {
    const { batch, index, usedBy = null } = parseItem(codeItemSchema, item)
    codes.push({ batch, index, usedBy })
  },
  batches: ({ batches }, item) => batches.push(parseItem(batchItemSchema, item)),
  adjustments: ({ adjustments }, item) => adjustments.push(parseItem(adjustmentSchema, item)),
  record: ({ audits }, item) => audits.push(parseItem(auditSchema, item)),
}

const filePersonal = (books: Books, person: string, SK: string, item: Item): void => {
  const [region = '', kind, rule = '', ...subject] = SK.split('#')
  const owner = { person, region }
  if (SK === 'left') books.left.push(person)
  else if (kind === 'account') books.accounts.push({ ...owner, account: parseItem(accountStateSchema, item) })
  else if (kind === 'entry' || kind === 'spend')
    books.entries.push({ ...owner, entry: parseItem(storedEntrySchema, item) })
  else if (kind === 'once')
    books.marks.push({ ...owner, rule, subject: subject.join('#'), ...parseItem(markSchema, item) })
  // A pointer to what stands under the adjustments of the city.
  else if (kind !== 'adjustment') throw new Error(`nobody knows what ${kind} of a person is`)
}
