/** Orders as they are kept, each in the partitions of its day. */

import { type Item, parseItem, type Table, type Write } from '../../../shared/aws/table'
import { stateIn } from '../../../shared/items/state-condition'
import * as z from '../../../shared/zod'
import { giftCategorySchema, giftIdSchema, orderIdSchema, orderStateSchema } from '../../contract'
import { comesFrom, type EndState } from '../../rules/order-states'
import { orderBuckets, orderKey, orderPartition } from '../keys'

export const orderItemSchema = z.object({
  id: orderIdSchema,
  person: z.string(),
  region: z.string(),
  /** As it was when ordered; `picture`: its name among those of the gift. */
  gift: z.object({
    id: giftIdSchema,
    name: z.string(),
    category: giftCategorySchema,
    picture: z.nullable(z.string()),
  }),
  points: z.int(),
  /** From which lots the points came. */
  taken: z.record(z.string(), z.int()),
  outlet: z.string(),
  state: orderStateSchema,
  reservedAt: z.string(),
  pickUpBy: z.string(),
  endedAt: z.nullable(z.string()),
  /** The shard of the stock that the piece belongs to. */
  shard: z.int(),
  /** Id of the ticket by which it was handed over, and of the attempt that did it. */
  pickup: z.nullable(z.object({ ticket: z.string(), attempt: z.string() })),
})
export type OrderItem = z.infer<typeof orderItemSchema>

export const orderReader = (table: Table) => ({
  async readOrder(id: string): Promise<OrderItem | null> {
    const item = await table.get(orderKey(id), { consistent: true })
    return item && orderOf(item)
  },

  /** Those that exist, in the order of the ids. */
  async readOrders(ids: readonly string[]): Promise<OrderItem[]> {
    const found = (await table.getMany(ids.map(orderKey), { consistent: true })).map(orderOf)
    return ids.flatMap((id) => found.filter((order) => order.id === id))
  },

  /** Ids of the orders of a day that wait to be picked up. */
  async readReserved(day: string): Promise<string[]> {
    const buckets = orderBuckets.map((bucket) =>
      table.query(orderPartition(day, bucket), '', { consistent: true }),
    )
    const orders = (await Promise.all(buckets)).flat().map(orderOf)
    return orders.flatMap(({ id, state }) => (state === 'reserved' ? [id] : []))
  },
})

const orderOf = (item: Item): OrderItem => parseItem(orderItemSchema, item)

/** Refused where the order is there: whoever asked with the same key before has it. */
export const putOrder = (table: Table, order: OrderItem): Write =>
  table.put({ ...orderKey(order.id), ...order }, { ConditionExpression: 'attribute_not_exists(PK)' })

export type Ending = { state: EndState; at: number; pickup?: OrderItem['pickup'] }

/** Refused where the order is in no state from which it may come there. */
export const endOrder = (table: Table, id: string, { state, at, pickup = null }: Ending): Write => {
  const legal = stateIn(comesFrom[state])
  return table.update(orderKey(id), {
    UpdateExpression: 'SET #state = :state, endedAt = :at, pickup = :pickup',
    ConditionExpression: legal.ConditionExpression,
    names: legal.names,
    values: { ...legal.values, ':state': state, ':at': new Date(at).toISOString(), ':pickup': pickup },
  })
}
