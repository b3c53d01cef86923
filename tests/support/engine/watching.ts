/** Sees what a DynamoDB client asks for, and can hold some of it back until the test lets it go. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from '../../../functions/shared/zod'

export type Seen = { command: string; PK: string; SK: string; consistent: boolean; units: number }

export type Watched = {
  client: DynamoDBDocumentClient
  /** Single items that were read or written outside of transactions, in the order in which they were asked for. */
  seen: Seen[]
  /** From now on, requests for such items wait. */
  hold: (of: (key: { PK: string; SK: string }) => boolean) => void
  /** A request for such an item was made, by now or later. */
  asked: (of: (key: { PK: string; SK: string }) => boolean) => Promise<void>
  letGo: () => void
}

const keySchema = z.object({ PK: z.string(), SK: z.string() })
const inputSchema = z.object({
  Key: z.optional(keySchema),
  Item: z.optional(keySchema),
  ConsistentRead: z.optional(z.boolean()),
})
const outputSchema = z.object({ ConsumedCapacity: z.optional(z.object({ CapacityUnits: z.number() })) })

export const watched = (client: DynamoDBDocumentClient): Watched => {
  const seen: Seen[] = []
  let isHeld: (key: { PK: string; SK: string }) => boolean = () => false
  let letGo = () => {}
  let going = Promise.resolve()
  let listeners: (() => void)[] = []
  client.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      async (args) => {
        const input = z.parse(inputSchema, args.input)
        const key = input.Key ?? input.Item
        if (!key) return next(args)
        const one = { command, ...key, consistent: input.ConsistentRead ?? false, units: 0 }
        seen.push(one)
        for (const listener of listeners) listener()
        if (isHeld(key)) await going
        const reply = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
        one.units = z.parse(outputSchema, reply.output).ConsumedCapacity?.CapacityUnits ?? 0
        return reply
      },
    { step: 'initialize', priority: 'high', name: 'testWatching' },
  )
  return {
    client,
    seen,
    hold(of) {
      going = new Promise((done) => {
        letGo = done
      })
      isHeld = of
    },
    asked: (of) =>
      new Promise((done) => {
        const listener = () => {
          if (!seen.some(of)) return
          listeners = listeners.filter((one) => one !== listener)
          done()
        }
        listeners.push(listener)
        listener()
      }),
    letGo() {
      isHeld = () => false
      letGo()
    },
  }
}
