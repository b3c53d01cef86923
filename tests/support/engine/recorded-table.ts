/** Which partitions of a table a piece of work touches, to be held against what a role names. */
import { openTable, type Table } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'
import type { TestDatabase } from './engine'

const keyed = z.object({ PK: z.string() })
const part = z.object({ Key: z.optional(keyed), Item: z.optional(keyed) })
const inputSchema = z.object({
  ...part.shape,
  ExpressionAttributeValues: z.optional(z.looseObject({ ':pk': z.optional(z.string()) })),
  RequestItems: z.optional(z.record(z.string(), z.object({ Keys: z.array(keyed) }))),
  TransactItems: z.optional(z.array(z.record(z.string(), part))),
})

/** The partitions that a request is about. */
const partitionsIn = (input: unknown): string[] => {
  const {
    Key,
    Item,
    ExpressionAttributeValues,
    RequestItems = {},
    TransactItems = [],
  } = inputSchema.parse(input)
  const parts = [{ Key, Item }, ...TransactItems.flatMap((item) => Object.values(item))]
  return [
    ...parts.flatMap(({ Key, Item }) => Key?.PK ?? Item?.PK ?? []),
    ...Object.values(RequestItems).flatMap(({ Keys }) => Keys.map(({ PK }) => PK)),
    ...(ExpressionAttributeValues?.[':pk'] === undefined ? [] : [ExpressionAttributeValues[':pk']]),
  ]
}

/** A table of that domain, and what was touched in it: partitions by what their key begins with, each once, in order. */
export const openRecorded = (
  database: TestDatabase,
  domain: string,
): { table: Table; touched: () => string[] } => {
  const client = database.client()
  const partitions = new Set<string>()
  client.middlewareStack.add(
    (next) => async (args) => {
      for (const partition of partitionsIn(args.input)) partitions.add(`${partition.split('#')[0]}#`)
      return next(args)
    },
    { step: 'initialize' },
  )
  const table = openTable({ name: database.tableNameOf(domain), client })
  return { table, touched: () => [...partitions].sort() }
}
