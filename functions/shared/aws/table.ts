/**
 * One DynamoDB table: reads, transactions and retries. The SDK retries network errors, and its idempotency token makes a repeated
 * transaction count once; it does not retry a TransactionCanceledException caused by a conflict, which `transact` does with full jitter.
 */
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { err, ok, type Result } from '../result'
import * as z from '../zod'
import { mayWrite } from './checked-work'
import { createAttempts } from './deadline'
import { TableUnavailable, TransactionsConflicted } from './unavailable'

export type Key = { PK: string; SK: string }
export type Item = Record<string, unknown>
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
/** Which writes of a transaction found their condition unmet, by their place in it. */
export type Refusal = { at: number[] }
type Condition = { ConditionExpression?: string; values?: Item; names?: Record<string, string> }
type Change = Condition & { UpdateExpression: string }
/** Sort keys from `from` to `until`, both included. */
export type Range = {
  from: string
  until: string
  limit: number
  newestFirst?: boolean
  consistent: boolean
}

export type TableOptions = {
  name: string
  client?: DynamoDBDocumentClient
  /** In [0, 1). */
  random?: () => number
  sleep?: (ms: number) => Promise<void>
}
export type Table = ReturnType<typeof openTable>

/** Writes in one transaction, at most: DynamoDB's own limit. */
export const maxWrites = 100
/** Items in one BatchGetItem, at most: DynamoDB's own limit. */
const maxGets = 100
const maxTries = 8
const firstPauseMs = 25

/**
 * A client with our timeouts; region, credentials and endpoint come from the environment as the SDK reads it. It has no log of
 * the SDK's: whether or not there is one, its step copies every request and answer without what is sensitive.
 */
export const documentClient = (client = new DynamoDBClient(clientDefaults)) => {
  client.middlewareStack.remove('loggerMiddleware')
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

export const clientDefaults = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
}

export const openTable = ({
  name,
  client = documentClient(),
  random = Math.random,
  sleep = pause,
}: TableOptions) => {
  const send = <T>(work: () => Promise<T>) => work().catch((error: unknown) => refuse(error))

  /** The item, or null. Eventually consistent reads cost half and may be a second old. */
  const get = async (key: Key, options: { consistent: boolean }): Promise<Item | null> => {
    const answer = await send(() =>
      client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: options.consistent })),
    )
    return answer.Item ?? null
  }

  /** Every item of a partition whose sort key starts with `prefix` (all, if it is empty), in the order of the sort key. */
  const query = async (PK: string, prefix: string, options: { consistent: boolean }): Promise<Item[]> => {
    const items: Item[] = []
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const input: QueryCommandInput = {
        TableName: name,
        ...keyCondition(PK, prefix),
        ConsistentRead: options.consistent,
        ExclusiveStartKey: from,
      }
      const page = await send(() => client.send(new QueryCommand(input)))
      for (const item of page.Items ?? []) items.push(item)
      from = page.LastEvaluatedKey
    } while (from)
    return items
  }

  /** At most `limit` items of a partition. */
  const page = async (PK: string, range: Range): Promise<Item[]> => {
    const items: Item[] = []
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const input = { TableName: name, ...rangeCondition(PK, range), ExclusiveStartKey: from }
      const page = await send(() => client.send(new QueryCommand(input)))
      for (const item of page.Items ?? []) items.push(item)
      from = page.LastEvaluatedKey
    } while (from && items.length < range.limit)
    return items.slice(0, range.limit)
  }

  /** A hundred keys at most. What DynamoDB leaves unread is asked for again, a few times. */
  const getBatch = async (keys: readonly Key[], consistent: boolean): Promise<Item[]> => {
    const items: Item[] = []
    let left: readonly Item[] = keys
    for (let tries = 1; left.length > 0; tries++) {
      if (tries > maxTries) throw new TableUnavailable('a batch was not read to its end')
      if (tries > 1) await backOff(tries)
      const input: BatchGetCommandInput = {
        RequestItems: { [name]: { Keys: [...left], ConsistentRead: consistent } },
      }
      const answer = await send(() => client.send(new BatchGetCommand(input)))
      for (const item of answer.Responses?.[name] ?? []) items.push(item)
      left = answer.UnprocessedKeys?.[name]?.Keys ?? []
    }
    return items
  }

  /** Those of the items that exist, each once and in no order: a request for each hundred keys. */
  const getMany = async (keys: readonly Key[], { consistent }: { consistent: boolean }): Promise<Item[]> => {
    const different = [...new Map(keys.map((key) => [JSON.stringify([key.PK, key.SK]), key])).values()]
    const batches = Array.from({ length: Math.ceil(different.length / maxGets) }, (_, i) =>
      different.slice(i * maxGets, (i + 1) * maxGets),
    )
    return (await Promise.all(batches.map((batch) => getBatch(batch, consistent)))).flat()
  }

  const putOne = async (item: Key & Item): Promise<void> => {
    await mayWrite()
    await send(() => client.send(new PutCommand({ TableName: name, Item: item })))
  }

  /** The item after the change; an error value if the condition was not met. */
  const updateOne = async (key: Key, change: Change): Promise<Result<Item, 'refused'>> => {
    await mayWrite()
    try {
      const input = { TableName: name, Key: key, ...expression(change), ReturnValues: 'ALL_NEW' as const }
      const answer = await send(() => client.send(new UpdateCommand(input)))
      return ok(answer.Attributes ?? {})
    } catch (error) {
      if (named(error, 'ConditionalCheckFailedException')) return err('refused')
      throw error
    }
  }

  /**
   * Waits before try number `tries + 1`: anything up to a ceiling that doubles, so that competing writers spread out.
   *
   * @param mostMs as long as there is time for
   */
  const backOff = (tries: number, mostMs = Number.POSITIVE_INFINITY) =>
    sleep(Math.min(random() * firstPauseMs * 2 ** Math.min(tries, 6), mostMs))

  /** One try: for whoever would decide anew, now that others are at it too, rather than try the same again. */
  const transactOnce = (writes: Write[]) => attempt(client, writes)

  /** All of the writes or none. Throws `TransactionsConflicted` where others were in the way at every try that there was time for. */
  const transact = async (writes: Write[]): Promise<Result<undefined, Refusal>> => {
    const attempts = createAttempts()
    for (let tries = 1; tries <= maxTries; tries++) {
      attempts.begin()
      const outcome = await attempt(client, writes)
      if (outcome !== 'transaction-conflict') return outcome
      if (tries === maxTries) break
      const pauseMs = attempts.pauseLeft()
      if (pauseMs === null) break
      await backOff(tries, pauseMs)
    }
    throw new TransactionsConflicted('transactions kept meeting')
  }

  return {
    name,
    get,
    query,
    page,
    getMany,
    putOne,
    updateOne,
    transact,
    transactOnce,
    backOff,
    /** Fragments of a transaction; another domain may put them beside its own. */
    put: (item: Key & Item, condition: Condition = {}): Write => ({
      Put: { TableName: name, Item: item, ...expression(condition) },
    }),
    update: (key: Key, change: Change): Write => ({
      Update: { TableName: name, Key: key, ...expression(change) },
    }),
    remove: (key: Key, condition: Condition = {}): Write => ({
      Delete: { TableName: name, Key: key, ...expression(condition) },
    }),
    /** Changes nothing; the transaction is refused unless the item is as the condition says. */
    check: (key: Key, condition: Condition & { ConditionExpression: string }): Write => ({
      ConditionCheck: { TableName: name, Key: key, ...expression(condition) },
    }),
  }
}

/** DynamoDB takes no empty text for a key, not even as a prefix. */
const keyCondition = (PK: string, prefix: string) =>
  prefix === ''
    ? { KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } }
    : {
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
        ExpressionAttributeValues: { ':pk': PK, ':prefix': prefix },
      }

const rangeCondition = (PK: string, { from, until, limit, newestFirst = false, consistent }: Range) => ({
  KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :until',
  ExpressionAttributeValues: { ':pk': PK, ':from': from, ':until': until },
  ScanIndexForward: !newestFirst,
  ConsistentRead: consistent,
  Limit: limit,
})

/** Parses what a table held. Failing is a defect of ours, so it throws; the message names the place, never the content. */
export const parseItem = <T extends z.ZodMiniType>(schema: T, item: Item): z.infer<T> => {
  const parsed = z.safeParse(schema, item)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new Error(`item does not have its shape, see: ${fields}`)
}

/** DynamoDB's own measure of time to live: whole seconds since 1970. */
export const secondsOf = (ms: number) => Math.floor(ms / 1000)

const expression = <T extends Condition>({ values, names, ...rest }: T) => ({
  ...rest,
  ...(values && { ExpressionAttributeValues: values }),
  ...(names && { ExpressionAttributeNames: names }),
})

/** One try at a transaction; `transaction-conflict` where the same may well succeed a moment later. */
const attempt = async (
  client: DynamoDBDocumentClient,
  writes: Write[],
): Promise<Result<undefined, Refusal> | 'transaction-conflict'> => {
  await mayWrite()
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }))
    return ok(undefined)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return err(refusal)
    return isTransient(error) ? 'transaction-conflict' : refuse(error)
  }
}

const refusalOf = (error: unknown): Refusal | null => {
  if (!(error instanceof TransactionCanceledException)) return null
  const reasons = error.CancellationReasons ?? []
  const at = reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : []))
  return at.length === 0 ? null : { at }
}

const transientReasons = ['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']

/** Whether the same transaction may well succeed a moment later. */
const isTransient = (error: unknown) =>
  named(error, 'TransactionInProgressException') ||
  named(error, 'TransactionConflictException') ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every((reason) => transientReasons.includes(reason.Code ?? '')))

const outages = [
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'NetworkingError',
]
const brokenWires = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']

const refuse = (error: unknown): never => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (outages.some((name) => named(error, name)) || brokenWires.some((wire) => wire === code))
    throw new TableUnavailable('the table did not answer', { cause: error })
  throw error
}

const named = (error: unknown, name: string) => error instanceof Error && error.name === name

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
