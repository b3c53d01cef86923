import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createPlaceConfirming } from '../../../functions/places'
import { timeLeft, withDeadline } from '../../../functions/shared/aws/deadline'
import { openTable } from '../../../functions/shared/aws/table'
import { dayOf } from '../../../functions/shared/day'
import { withDomain } from '../../support/engine/domain-engine'
import { city, createPointsWorld, outlets } from '../../support/worlds/points-world'

const database = withDomain('points')

/** Why a transaction is cancelled: somebody else had changed the item, or was changing it at this moment. */
const reasons = ['ConditionalCheckFailed', 'TransactionConflict'] as const

const tryMs = 40

/** Every transaction is cancelled, after forty milliseconds. */
const alwaysCancelling = (
  pass: (ms: number) => void,
  reason: (typeof reasons)[number],
): DynamoDBDocumentClient => {
  const client = database.client({ maxAttempts: 1 })
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'TransactWriteItemsCommand') return next(args)
        pass(tryMs)
        throw new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: [{ Code: reason }],
        })
      },
    { step: 'initialize', name: 'alwaysCancelling' },
  )
  return client
}

describe.each(reasons)('a function whose every transaction is cancelled for %s', (reason) => {
  it.each([1_000, 3_000, 10_000])(
    'refuses a check-in with the domain’s own problem, with %i ms left',
    async (left) => {
      const begin = Date.parse('2026-11-18T01:00:00Z')
      const time = { now: begin }
      const pass = (ms: number) => {
        time.now += ms
      }
      const world = await createPointsWorld(database, {
        client: alwaysCancelling(pass, reason),
        sleep: async (ms) => pass(ms),
        time,
        through: (handler) => (event) =>
          handler(event, { getRemainingTimeInMillis: () => begin + left - time.now }),
      })
      const answer = await world.as('lin').post('/api/points/check-ins', { region: city })
      expect(answer.json()).toMatchObject({ status: 409, code: 'account-busy' })
      expect(time.now - begin).toBeLessThan(left)
    },
  )

  it('refuses a confirmation of a place with the domain’s own problem', async () => {
    const { time } = await createPointsWorld(database)
    const clock = () => time.now
    const pass = (ms: number) => {
      time.now += ms
    }
    const table = openTable({
      name: database.tableNameOf('places'),
      client: alwaysCancelling(pass, reason),
      sleep: async (ms) => pass(ms),
    })
    const confirmation = {
      placeId: outlets.first,
      subject: { fact: 'wrong-hours' as const },
      day: dayOf(time.now),
    }
    const until = time.now + 10_000
    const confirmed = await withDeadline({ at: until, clock }, () =>
      createPlaceConfirming({ tableOf: () => table, clock }).confirmFact(confirmation),
    )
    expect(confirmed).toEqual({ ok: false, error: 'report-conflict' })
    expect(time.now).toBeLessThan(until)
  })
})

describe('the time left', () => {
  it('is unlimited where no deadline is set', () => expect(timeLeft()).toBe(Number.POSITIVE_INFINITY))

  it('is what remains of the function, less what the answer takes', async () => {
    const left = await withDeadline({ at: 5_000, clock: () => 1_000 }, async () => timeLeft())
    expect(left).toBe(3_500)
  })
})
