/**
 * Which kinds of statement a client sends to an engine and how the engine answers: command, expressions, index, order, types of
 * values, condition met or not. What differs in names of placeholders and in values alone is one kind.
 */
import { appendFileSync } from 'node:fs'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

export type Statements = {
  kinds: Set<string>
  /** Requests in all. */
  requests: number
}
export const noStatements = (): Statements => ({ kinds: new Set(), requests: 0 })

/** One line of the file that `STATEMENTS` names: what one test asked. */
export const statementsOfTestSchema = z.object({
  file: z.string(),
  /** Its full name, with those of the blocks around it. */
  test: z.string(),
  kinds: z.array(z.string()),
  requests: z.number(),
})
export type StatementsOfTest = z.infer<typeof statementsOfTestSchema>

export const recordStatements = (client: DynamoDBDocumentClient, statements: Statements): void => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const note = (outcomes: readonly string[]) => {
          statements.requests++
          for (const kind of kindsOf(commandName, args.input, outcomes)) statements.kinds.add(kind)
        }
        try {
          const answer = await next(args)
          note(['ok'])
          return answer
        } catch (error) {
          note(outcomesOf(error))
          throw error
        }
      },
    // Around the client's own deserializer, and below the faults that tests inject: what an engine never saw is not its kind.
    { step: 'deserialize', priority: 'high' },
  )
}

/** Appended, as many files run side by side; then the next test begins with none. */
export const saveStatements = (
  path: string,
  by: Pick<StatementsOfTest, 'file' | 'test'>,
  statements: Statements,
): void => {
  const { kinds, requests } = statements
  appendFileSync(path, `${JSON.stringify({ ...by, kinds: [...kinds].sort(), requests })}\n`)
  kinds.clear()
  statements.requests = 0
}

const partSchema = z.object({
  ConditionExpression: z.optional(z.string()),
  UpdateExpression: z.optional(z.string()),
  KeyConditionExpression: z.optional(z.string()),
  FilterExpression: z.optional(z.string()),
  ProjectionExpression: z.optional(z.string()),
  IndexName: z.optional(z.string()),
  ConsistentRead: z.optional(z.boolean()),
  ScanIndexForward: z.optional(z.boolean()),
  Limit: z.optional(z.number()),
  ExclusiveStartKey: z.optional(z.unknown()),
  ExpressionAttributeValues: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  ReturnValues: z.optional(z.string()),
})
const transactionSchema = z.object({ TransactItems: z.array(z.record(z.string(), partSchema)) })
const batchSchema = z.object({ RequestItems: z.record(z.string(), z.unknown()) })
const refusalSchema = z.object({
  name: z.string(),
  CancellationReasons: z.optional(z.array(z.object({ Code: z.optional(z.string()) }))),
})

const outcomesOf = (error: unknown): string[] => {
  const refusal = z.safeParse(refusalSchema, error)
  if (!refusal.success) return ['an error']
  // `None`: another write of the transaction was refused, and this one was in order.
  return (
    refusal.data.CancellationReasons?.map(({ Code }) =>
      Code === undefined || Code === 'None' ? 'ok' : Code,
    ) ?? [refusal.data.name]
  )
}

/** @param outcomes of a transaction one for each of its writes where it was refused */
const kindsOf = (command: string, input: unknown, outcomes: readonly string[]): string[] => {
  const transaction = z.safeParse(transactionSchema, input)
  if (transaction.success) {
    const writes = transaction.data.TransactItems
    const size = writes.length > 25 ? 'over 25' : writes.length > 1 ? 'up to 25' : 'one'
    return [
      `${command} of ${size}`,
      ...writes.flatMap((write, i) =>
        Object.entries(write).map(([verb, part]) =>
          [command, verb, partText(part), outcomes[i] ?? outcomes[0]].join(' | '),
        ),
      ),
    ]
  }
  const batch = z.safeParse(batchSchema, input)
  const tables = batch.success ? [`${Object.keys(batch.data.RequestItems).length} tables`] : []
  const part = z.safeParse(partSchema, input)
  return [[command, ...tables, part.success ? partText(part.data) : '', outcomes.join(' ')].join(' | ')]
}

const partText = (part: z.infer<typeof partSchema>): string => {
  const { ExpressionAttributeValues: values = {}, Limit, ExclusiveStartKey, ...named } = part
  const expressions = Object.entries(named).map(([name, value]) => `${name} ${shapeOf(String(value))}`)
  const types = [...new Set(Object.values(values).flatMap((value) => Object.keys(value)))].sort()
  const limit = Limit === undefined ? [] : [Limit === 1 ? 'Limit 1' : 'Limit']
  return [...expressions, ...limit, ...(ExclusiveStartKey ? ['ExclusiveStartKey'] : []), types.join()].join(
    '; ',
  )
}

/** Without the names of placeholders; a list of them, however long, is one. */
const shapeOf = (expression: string): string =>
  expression.replace(/[#:]\w+/g, '?').replace(/\?(, *\?)+/g, '?, …')
