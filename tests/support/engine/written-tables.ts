/** Which tables a client writes to: the others are as empty for the next test as they were for this one. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

const reading = ['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand', 'ScanCommand']

const named = z.object({ TableName: z.string() })
const written = z.union([
  named,
  z.object({ TransactItems: z.array(z.record(z.string(), named)) }),
  z.object({ RequestItems: z.record(z.string(), z.unknown()) }),
])

/** Adds to `tables` the name of each before it is written to, whether or not the write succeeds. */
export const noteWritten = (client: DynamoDBDocumentClient, tables: Set<string>): void => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        if (!reading.includes(commandName)) for (const name of tablesIn(args.input)) tables.add(name)
        return next(args)
      },
    { step: 'initialize', priority: 'high', name: 'testWrittenTables' },
  )
}

/** Throws for a write that names no table. */
const tablesIn = (input: unknown): string[] => {
  const command = z.parse(written, input)
  if ('TableName' in command) return [command.TableName]
  if ('RequestItems' in command) return Object.keys(command.RequestItems)
  return command.TransactItems.flatMap(Object.values).map(({ TableName }) => TableName)
}
