/** Makes a DynamoDB client meet what the cloud has in store: lost answers and requests, conflicts, throttling. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

/** `lost-answer`: written, and the answer is lost; `timeout`: it never arrived. */
export const faults = ['lost-answer', 'conflict', 'throttle', 'timeout'] as const
export type Fault = (typeof faults)[number]
/** Asked before each attempt to send a command; null lets it pass. */
export type Fate = (command: string) => Fault | null

/** Hangs the fate on a client, for good, below the SDK's own retries. */
export const withFaults = (client: DynamoDBDocumentClient, fate: Fate): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = fate(context.commandName ?? '')
      if (fault === 'throttle') throw throttled()
      if (fault === 'timeout') throw lost()
      if (fault === 'conflict' && context.commandName === 'TransactWriteItemsCommand') throw conflicting()
      const answer = await next(args)
      if (fault === 'lost-answer') throw lost()
      return answer
    },
    { step: 'finalizeRequest', priority: 'low', name: 'testFaults' },
  )
  return client
}

/**
 * Makes transactions arrive twice, the second time without the token by which DynamoDB knows a repetition: as when it was
 * repeated after more than ten minutes. What is answered is the answer to the second.
 */
export const withDoubles = (
  client: DynamoDBDocumentClient,
  isDoubled: (command: string) => boolean,
): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName = '' } = context
      if (commandName !== 'TransactWriteItemsCommand' || !isDoubled(commandName)) return next(args)
      await next(args)
      return next({ ...args, input: { ...args.input, ClientRequestToken: undefined } })
    },
    { step: 'initialize', priority: 'low', name: 'testDoubles' },
  )
  return client
}

/**
 * Lets transactions meet as they do in DynamoDB: one that comes while another is under way with an item of its own is
 * refused with a conflict. Clients that share `underWay` meet each other.
 */
export const withConflicts = (
  client: DynamoDBDocumentClient,
  { underWay, onConflict }: { underWay: Set<string>; onConflict: () => void },
): DynamoDBDocumentClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      const keys = keysOf(args.input)
      if (keys.some((key) => underWay.has(key))) {
        onConflict()
        throw conflicting()
      }
      for (const key of keys) underWay.add(key)
      try {
        return await next(args)
      } finally {
        for (const key of keys) underWay.delete(key)
      }
    },
    { step: 'initialize', priority: 'high', name: 'testConflicts' },
  )
  return client
}

const keySchema = z.object({ PK: z.string(), SK: z.string() })
const transactionSchema = z.object({
  TransactItems: z.array(
    z.record(z.string(), z.object({ Item: z.optional(keySchema), Key: z.optional(keySchema) })),
  ),
})

/** Of the items that a transaction writes or checks; none for any other command. */
const keysOf = (input: unknown): string[] => {
  const transaction = z.safeParse(transactionSchema, input)
  if (!transaction.success) return []
  return transaction.data.TransactItems.flatMap((write) =>
    Object.values(write).map(({ Item, Key }) => `${(Item ?? Key)?.PK}|${(Item ?? Key)?.SK}`),
  )
}

/** Deals out these faults to transactions, one an attempt, and then none. */
export const inTurn = (dealt: readonly (Fault | null)[]): Fate => {
  const left = [...dealt]
  return (command) => (command === 'TransactWriteItemsCommand' ? (left.shift() ?? null) : null)
}

const throttled = () =>
  Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException', $fault: 'client', $metadata: {} })

const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })

const conflicting = () =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    $metadata: {},
  })

/** Lets something happen between what is read for the first transaction and its being written. */
export const beforeFirstWrite = (
  client: DynamoDBDocumentClient,
  happening: () => Promise<unknown>,
): DynamoDBDocumentClient => {
  let isOver = false
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isFirst = !isOver && context.commandName === 'TransactWriteItemsCommand'
      if (isFirst) {
        isOver = true
        await happening()
      }
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low', name: 'testBeforeFirstWrite' },
  )
  return client
}

/** Lets something happen right after the first transaction that writes an item whose sort key begins so, before it is heard of. */
export const afterNextWrite = (
  client: DynamoDBDocumentClient,
  sortKey: string,
  happening: () => Promise<unknown>,
): DynamoDBDocumentClient => {
  let isOver = false
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args)
      if (isOver || !keysOf(args.input).some((key) => key.includes(`|${sortKey}`))) return answer
      isOver = true
      await happening()
      return answer
    },
    { step: 'initialize', priority: 'high', name: 'testAfterNextWrite' },
  )
  return client
}
