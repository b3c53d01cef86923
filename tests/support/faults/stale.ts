/**
 * Answers eventually consistent reads as an old replica would: with items as they were before the latest writes. No local
 * engine does it by itself, and DynamoDB seldom enough that nobody notices until it matters.
 */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

type Item = Record<string, unknown>
export type Replica = {
  /** From now on everything written so far is seen. */
  catchUp: () => void
  /** Items that were answered as they had been before. */
  answered: () => number
}

const keySchema = z.looseObject({ PK: z.string(), SK: z.string() })
const partSchema = z.object({
  TableName: z.optional(z.string()),
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
})
const inputSchema = z.object({
  ...partSchema.shape,
  ConsistentRead: z.optional(z.boolean()),
  TransactItems: z.optional(z.array(z.record(z.string(), partSchema))),
  RequestItems: z.optional(
    z.record(z.string(), z.object({ Keys: z.array(keySchema), ConsistentRead: z.optional(z.boolean()) })),
  ),
})
const itemsSchema = z.array(keySchema)

/** @param lags whether the replica does not have this write yet */
export const withStaleReads = (client: DynamoDBDocumentClient, lags: () => boolean): Replica => {
  const before = new Map<string, Item | null>()
  let answered = 0
  const remember = async (table: string, { PK, SK }: { PK: string; SK: string }) => {
    const name = nameOf(table, { PK, SK })
    if (before.has(name)) return
    const read = new GetCommand({ TableName: table, Key: { PK, SK }, ConsistentRead: true })
    before.set(name, (await client.send(read)).Item ?? null)
  }
  const seen = (table: string, item: Item & { PK: string; SK: string }): Item | null => {
    const old = before.get(nameOf(table, item))
    if (old === undefined) return item
    answered++
    return old
  }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = inputSchema.parse(args.input)
        const written = /Put|Update|Delete|TransactWrite/.test(commandName) ? partsOf(input) : []
        if (written.length > 0 && lags()) for (const { table, key } of written) await remember(table, key)
        const answer = await next(args)
        if (written.length > 0) return answer
        return { ...answer, output: outputAsBefore(answer.output, input, seen) }
      },
    { step: 'initialize', priority: 'high', name: 'testStaleReads' },
  )
  return { catchUp: () => before.clear(), answered: () => answered }
}

const nameOf = (table: string, { PK, SK }: { PK: string; SK: string }) => JSON.stringify([table, PK, SK])

const partsOf = ({ TransactItems, ...single }: z.infer<typeof inputSchema>) =>
  [single, ...(TransactItems ?? []).flatMap((item) => Object.values(item))].flatMap(
    ({ TableName: table, Key, Item }) => {
      const key = Key ?? Item
      return table !== undefined && key ? [{ table, key: { PK: key.PK, SK: key.SK } }] : []
    },
  )

const batchesSchema = z.looseObject({ Responses: z._default(z.record(z.string(), z.array(keySchema)), {}) })
type Requested = NonNullable<z.infer<typeof inputSchema>['RequestItems']>

const outputAsBefore = <T extends object>(output: T, input: z.infer<typeof inputSchema>, seen: Seen): T => {
  const { TableName, Key, RequestItems, ConsistentRead } = input
  if (RequestItems) return batchAsBefore(output, RequestItems, seen)
  return TableName === undefined || ConsistentRead ? output : asBefore(output, TableName, Key, seen)
}

/** Of a batch each table's items as they were; what was there before and is gone is there still. */
const batchAsBefore = <T extends object>(output: T, requested: Requested, seen: Seen): T => {
  const { Responses } = batchesSchema.parse(output)
  const before = Object.entries(requested).map(([table, { Keys, ConsistentRead }]) => {
    const found = Responses[table] ?? []
    if (ConsistentRead) return [table, found] as const
    const foundOf = ({ PK, SK }: { PK: string; SK: string }) =>
      found.find((item) => item.PK === PK && item.SK === SK)
    const items = Keys.flatMap((key) => {
      const now = foundOf(key)
      const old = seen(table, { ...key, ...now })
      const isNothing = old === null || (now === undefined && Object.keys(old).length === 2)
      return isNothing ? [] : [old]
    })
    return [table, items] as const
  })
  return { ...output, Responses: Object.fromEntries(before) }
}

type Seen = (table: string, item: Item & { PK: string; SK: string }) => Item | null

/** A read of one item, or a query; what was not there before is not there yet. */
const asBefore = <T extends object>(
  output: T,
  table: string,
  key: { PK: string; SK: string } | undefined,
  seen: Seen,
): T => {
  if (key) {
    const now = 'Item' in output ? output.Item : undefined
    const old = seen(table, { ...key, ...(typeof now === 'object' ? now : {}) })
    const isNothing =
      old === null || (now === undefined && !('Item' in output) && Object.keys(old).length === 2)
    return { ...output, Item: isNothing ? undefined : old }
  }
  if (!('Items' in output)) return output
  const items = itemsSchema.parse(output.Items).flatMap((item) => seen(table, item) ?? [])
  return { ...output, Items: items, Count: items.length }
}
