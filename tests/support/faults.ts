/** Makes a DynamoDB client meet what the cloud has in store: lost answers and requests, conflicts, throttling. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** `lost-answer`: written, and nobody hears of it; `timeout`: it never arrived. */
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
