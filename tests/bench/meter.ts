/** Counts what a DynamoDB client really sends and what the engine says it cost. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from '../../functions/shared/zod'

export type Bill = { requests: number; readUnits: number; writeUnits: number }

export type Meter = {
  /** What was spent since the last call. */
  take(): Bill
}

const capacitySchema = z.object({ CapacityUnits: z.number() })
const answerSchema = z.object({
  ConsumedCapacity: z._default(z.union([capacitySchema, z.array(capacitySchema)]), []),
})

/**
 * Puts a meter on a client, for good. Requests are counted per attempt, so a retry shows. A document client shares the
 * middleware of the client it wraps, so meter that one.
 */
export function meter(client: Pick<DynamoDBClient, 'middlewareStack'>): Meter {
  let bill: Bill = { requests: 0, readUnits: 0, writeUnits: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const reply = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const units = consumed(reply.output)
      if (/^(Get|Query|Scan|BatchGet|TransactGet)/.test(context.commandName ?? '')) bill.readUnits += units
      else bill.writeUnits += units
      return reply
    },
    { step: 'initialize', name: 'benchBill' },
  )
  client.middlewareStack.add(
    (next) => (args) => {
      bill.requests += 1
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low', name: 'benchCount' },
  )
  return {
    take() {
      const spent = bill
      bill = { requests: 0, readUnits: 0, writeUnits: 0 }
      return spent
    },
  }
}

const consumed = (output: unknown): number =>
  [answerSchema.parse(output).ConsumedCapacity].flat().reduce((sum, part) => sum + part.CapacityUnits, 0)
