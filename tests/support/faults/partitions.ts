/**
 * Lets a partition give so many units a second and no more, as DynamoDB does: 3,000 of reads and 1,000 of writes, here as few
 * as a test says. What is over is refused as there: a request with an exception that the SDK takes for a reason to ask again,
 * a transaction with `ThrottlingError`, a batch by leaving keys unprocessed. No local engine does any of it.
 */
import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

export type PartitionLimits = {
  readUnits: number
  writeUnits: number
  /** Time is that of the requests: each that is sent takes so many ms, so that a test depends on no machine. */
  msOfRequest: number
}
export type Partitions = {
  /** Requests, transactions and keys of batches that were refused. */
  refused: () => number
  /** From now on nothing is refused. */
  calm: () => void
}

const keySchema = z.object({ PK: z.string() })
const writeSchema = z.object({
  TableName: z.string(),
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
})
const batchSchema = z.record(
  z.string(),
  z.object({ Keys: z.array(z.looseObject({ PK: z.string() })), ConsistentRead: z.optional(z.boolean()) }),
)
const inputSchema = z.object({
  TableName: z.optional(z.string()),
  ConsistentRead: z.optional(z.boolean()),
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
  ExpressionAttributeValues: z.optional(z.record(z.string(), z.unknown())),
  TransactItems: z.optional(z.array(z.record(z.string(), writeSchema))),
  RequestItems: z.optional(batchSchema),
})
/** As many as the client makes in the cloud. */
const triesOfBatch = 4
type Input = z.infer<typeof inputSchema>
/** What a request asks of a partition. */
type Demand = { partition: string; kind: 'read' | 'write'; units: number }

export const withPartitions = (client: DynamoDBDocumentClient, limits: PartitionLimits): Partitions => {
  const buckets = bucketsOf(limits)
  const demands = new WeakMap<object, Demand[]>()
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = inputSchema.parse(args.input)
      if (!input.RequestItems) {
        demands.set(context, demandsOf(input, context.commandName ?? ''))
        return next(args)
      }
      const { served, left } = splitPatiently(input.RequestItems, buckets.takes)
      const reply = await next({ ...args, input: { ...args.input, RequestItems: served } })
      return { ...reply, output: { ...reply.output, UnprocessedKeys: left } }
    },
    { step: 'initialize', priority: 'high', name: 'testPartitionDemands' },
  )
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const asked = demands.get(context) ?? []
      const taken = asked.map(buckets.takes)
      if (taken.every(Boolean)) return next(args)
      throw asked.length > 1 ? cancelled(taken) : exceeded()
    },
    // Below the SDK's own retries: each of them asks anew.
    { step: 'finalizeRequest', priority: 'low', name: 'testPartitions' },
  )
  return { refused: buckets.refused, calm: buckets.calm }
}

/** Each partition has what comes back in a second, and no more at once. */
const bucketsOf = ({ readUnits, writeUnits, msOfRequest }: PartitionLimits) => {
  const kept = new Map<string, { units: number; at: number }>()
  let [now, refused, isCalm] = [0, 0, false]
  const takes = ({ partition, kind, units }: Demand): boolean => {
    now += msOfRequest
    if (isCalm) return true
    const each = kind === 'read' ? readUnits : writeUnits
    const name = `${kind} ${partition}`
    const { units: left, at } = kept.get(name) ?? { units: each, at: now }
    const there = Math.min(each, left + ((now - at) / 1000) * each)
    const isServed = there > 0
    // The last one may take more than is there, and the next waits the longer.
    kept.set(name, { units: isServed ? there - units : there, at: now })
    if (!isServed) refused++
    return isServed
  }
  return {
    takes,
    refused: () => refused,
    calm: () => {
      isCalm = true
    },
  }
}

/** An item of up to 4 KB read, half as much where it may be old; up to 1 KB written, twice in a transaction. */
const demandsOf = (input: Input, command: string): Demand[] => {
  const { TableName: table, Key, Item, TransactItems, ConsistentRead, ExpressionAttributeValues } = input
  if (TransactItems)
    return TransactItems.flatMap((item) => Object.values(item)).map((write) => ({
      partition: `${write.TableName} ${(write.Key ?? write.Item)?.PK}`,
      ...{ kind: 'write' as const, units: 2 },
    }))
  const PK = (Key ?? Item)?.PK ?? String(ExpressionAttributeValues?.[':pk'])
  const isWrite = /^(Put|Update|Delete)/.test(command)
  const units = isWrite || ConsistentRead ? 1 : 0.5
  return [{ partition: `${table} ${PK}`, kind: isWrite ? 'write' : 'read', units }]
}

type Requested = z.infer<typeof batchSchema>

/** Of a batch the keys whose partitions serve, and those whose do not. */
const split = (requested: Requested, takes: (demand: Demand) => boolean) => {
  const [served, left]: [Requested, Requested] = [{}, {}]
  for (const [table, { Keys, ConsistentRead }] of Object.entries(requested)) {
    for (const key of Keys) {
      const isServed = takes({
        partition: `${table} ${key.PK}`,
        kind: 'read',
        units: ConsistentRead ? 1 : 0.5,
      })
      const into = isServed ? served : left
      into[table] ??= { Keys: [], ConsistentRead }
      into[table].Keys.push(key)
    }
  }
  return { served, left }
}

/** The SDK asks again where no key at all was served; it never sees the others. */
const splitPatiently = (requested: Requested, takes: (demand: Demand) => boolean) => {
  for (let tries = 0; tries < triesOfBatch; tries++) {
    const parts = split(requested, takes)
    if (Object.keys(parts.served).length > 0) return parts
  }
  throw exceeded()
}

const exceeded = () =>
  new ProvisionedThroughputExceededException({
    message: 'The level of configured provisioned throughput for the partition was exceeded.',
    $metadata: {},
  })

const cancelled = (taken: readonly boolean[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    CancellationReasons: taken.map((isTaken) => ({ Code: isTaken ? 'None' : 'ThrottlingError' })),
    $metadata: {},
  })
